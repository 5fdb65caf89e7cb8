import type { Metadata } from "next";
import { ButtonLink } from "@/app/ui/button";
import { EmptyState } from "@/app/ui/empty-state";
import { requireWorkspace } from "@/lib/auth/require-workspace";
import { pluralCounted } from "@/lib/format/count";
import { formatCents } from "@/lib/format/money";
import { readBoard } from "@/lib/leads/board-queries";
import { listLeads } from "@/lib/leads/list-leads";
import type { Query } from "@/lib/query";
import { Board } from "../board";
import { type LeadAddress, leadsHref, readAddress } from "../lead-address";
import { LeadTable } from "../lead-table";
import { LeadsToolbar } from "../leads-toolbar";

export const metadata: Metadata = { title: "Leads" };

type LeadsPageProps = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Query>;
};

export default async function LeadsPage({ params, searchParams }: LeadsPageProps) {
  const { workspace } = await requireWorkspace((await params).workspace);
  const address = readAddress(await searchParams);
  const { id, slug, timeZone } = workspace;
  if (address.view === "table") {
    const { stage, needsYou, search, oldestFirst, cursor } = address;
    const filter = { ...(stage ? { stage } : {}), needsYou, search };
    const page = await listLeads(id, { filter, oldestFirst, ...(cursor ? { cursor } : {}) });
    return (
      <>
        <LeadsToolbar slug={slug} address={address} unmatched={page.unmatched} />
        {page.cards.length > 0 || stage ? (
          <LeadTable page={page} address={address} slug={slug} timeZone={timeZone} />
        ) : (
          <Nothing slug={slug} address={address} />
        )}
      </>
    );
  }
  const { needsYou, search } = address;
  const board = await readBoard(id, { needsYou, search });
  const shown = board.columns.reduce((sum, { count }) => sum + count, 0);
  const { count, more, valueCents } = board.open;
  const summary = `${formatCents(valueCents)} open in ${pluralCounted(count, more, "lead")}`;
  return (
    <>
      <LeadsToolbar {...{ slug, address, summary, needsYou: board.needsYou, unmatched: board.unmatched }} />
      {shown > 0 ? (
        <Board board={board} address={address} slug={slug} timeZone={timeZone} />
      ) : (
        <Nothing slug={slug} address={address} />
      )}
    </>
  );
}

function Nothing({ slug, address }: { slug: string; address: LeadAddress }) {
  const everyone = leadsHref(slug, address, { needsYou: false, search: "", stage: null });
  if (address.search) {
    return (
      <EmptyState
        icon="search"
        title={`Nothing for “${address.search}”.`}
        action={<ButtonLink href={everyone}>Clear search</ButtonLink>}
      >
        Try the last four digits.
      </EmptyState>
    );
  }
  if (address.needsYou) {
    return (
      <EmptyState
        icon="done"
        family="answer"
        title="Nobody is waiting on you."
        action={<ButtonLink href={everyone}>Show everyone</ButtonLink>}
      >
        Callers who write back show up here until somebody answers them.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon="leads"
      title="No leads yet."
      action={
        <ButtonLink href={`/w/${slug}/leads/new`} icon="add">
          New lead
        </ButtonLink>
      }
    >
      The next missed caller shows up here by themselves.
    </EmptyState>
  );
}
