import type { Metadata } from "next";
import { PageHeader } from "@/app/ui/page-header";
import { TextLink } from "@/app/ui/text-link";
import { requireWorkspace } from "@/lib/auth/require-workspace";
import { NewLeadForm } from "./new-lead-form";

export const metadata: Metadata = { title: "New lead" };

export default async function NewLeadPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await requireWorkspace((await params).workspace);
  return (
    <>
      <PageHeader
        title="New lead"
        lead="For somebody who came another way. They are not texted until you write to them."
        before={
          <TextLink href={`/w/${workspace.slug}/leads`} standalone>
            Leads
          </TextLink>
        }
      />
      <div className="max-w-[560px] px-4 pb-10 md:px-7">
        <NewLeadForm slug={workspace.slug} />
      </div>
    </>
  );
}
