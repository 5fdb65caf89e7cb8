import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { requireWorkspace } from "@/lib/auth/require-workspace";
import { whyNotText } from "@/lib/conversations/why-not-text";
import { NotFound } from "@/lib/errors";
import { getLead } from "@/lib/leads/get-lead";
import { readTimeline } from "@/lib/leads/timeline-queries";
import { cursorText, param, type Query } from "@/lib/query";
import { leadTitle } from "../lead-words";
import { About } from "./about";
import { Attention } from "./attention";
import { LeadHeader } from "./lead-header";
import { Reply } from "./reply";
import { Timeline } from "./timeline";

export const metadata: Metadata = { title: "Lead" };

type LeadPageProps = {
  params: Promise<{ workspace: string; id: string }>;
  searchParams: Promise<Query>;
};

const query = z.object({ before: param(cursorText) });

export default async function LeadPage({ params, searchParams }: LeadPageProps) {
  const { workspace: wanted, id } = await params;
  const { workspace, user } = await requireWorkspace(wanted);
  const { before } = query.parse(await searchParams);
  const { lead, timeline, gate } = await read({
    workspaceId: workspace.id,
    userId: user.id,
    leadId: id,
    ...(before ? { before } : {}),
  });
  const { slug, timeZone } = workspace;
  const title = leadTitle(lead);
  return (
    <div className="grid grow grid-cols-1 lg:grid-cols-[minmax(0,1fr)_304px]">
      <div className="flex min-w-0 flex-col">
        <LeadHeader lead={lead} title={title} slug={slug} />
        <Attention lead={lead} slug={slug} />
        <Timeline {...{ lead, timeline, slug, timeZone, isLatest: !before }} />
        <Reply {...{ lead, gate, title, slug, timeZone, newId: randomUUID() }} />
      </div>
      <About lead={lead} title={title} slug={slug} timeZone={timeZone} />
    </div>
  );
}

async function read(at: { workspaceId: string; userId: string; leadId: string; before?: string }) {
  try {
    const [lead, timeline, gate] = await Promise.all([
      getLead(at.workspaceId, at.leadId),
      readTimeline(at),
      whyNotText(at),
    ]);
    return { lead, timeline, gate };
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
}
