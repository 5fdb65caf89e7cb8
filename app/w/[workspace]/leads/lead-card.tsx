import Link from "next/link";
import { formatCents } from "@/lib/format/money";
import type { LeadCard as Lead } from "@/lib/leads/lead-cards";
import { LeadStatus } from "./lead-status";
import { leadSubject, leadTitle } from "./lead-words";
import { MoveMenu } from "./move-menu";

type LeadCardProps = { lead: Lead; slug: string; now: Date; timeZone: string };

/** A lead on the board: a card in a column, or a row of the list on a phone. */
export function LeadCard({ lead, slug, now, timeZone }: LeadCardProps) {
  const title = leadTitle(lead);
  return (
    <li className="relative flex items-center gap-3 bg-surface px-4 py-3.5 max-md:border-line max-md:border-b md:rounded-[10px] md:border md:border-line md:p-3 md:shadow-rest md:hover:border-line-strong">
      <div className="min-w-0 grow">
        <div className="flex items-baseline gap-2.5">
          <h3 className="min-w-0 grow truncate font-[650] text-base max-md:text-touch">
            <Link href={`/w/${slug}/leads/${lead.id}`} className="after:absolute after:inset-0 after:rounded-[10px]">
              {title}
            </Link>
          </h3>
          {lead.valueCents === null ? null : (
            <span className="shrink-0 font-semibold text-control tabular-nums">{formatCents(lead.valueCents)}</span>
          )}
        </div>
        <p className="truncate text-control text-ink-2">{leadSubject(lead)}</p>
        <div className="mt-2 md:pr-8">
          <LeadStatus lead={lead} now={now} timeZone={timeZone} />
        </div>
      </div>
      <div className="z-10 shrink-0 max-md:relative md:absolute md:right-1.5 md:bottom-1.5">
        <MoveMenu slug={slug} leadId={lead.id} title={title} stage={lead.stage} compact />
      </div>
    </li>
  );
}
