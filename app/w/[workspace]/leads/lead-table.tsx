import Link from "next/link";
import { ButtonLink } from "@/app/ui/button";
import { EmptyState } from "@/app/ui/empty-state";
import { Icon } from "@/app/ui/lucide-icon";
import { PhoneNumber } from "@/app/ui/phone-number";
import { Segmented } from "@/app/ui/segmented";
import { Status } from "@/app/ui/status";
import { Time } from "@/app/ui/time";
import { formatCents } from "@/lib/format/money";
import { formatFullMoment, formatMoment } from "@/lib/format/time";
import type { LeadCard as Lead } from "@/lib/leads/lead-cards";
import type { LeadPage } from "@/lib/leads/list-leads";
import { STAGE_ORDER } from "@/lib/leads/stage-order";
import { STAGE_DETAILS } from "@/lib/leads/stages";
import { formatPhone } from "@/lib/phone/e164";
import { type LeadAddress, leadsHref } from "./lead-address";
import { LeadCard } from "./lead-card";
import { LeadStatus } from "./lead-status";
import { leadSubject, leadTitle } from "./lead-words";
import { MoveMenu } from "./move-menu";
import { STAGE_LOOK } from "./stage-look";

type LeadTableProps = { page: LeadPage; address: LeadAddress; slug: string; timeZone: string };

/** Every lead in one list, by activity; on a phone the same cards as the board's. */
export function LeadTable({ page, address, slug, timeZone }: LeadTableProps) {
  const { cards, next, now } = page;
  const to = (changes: Partial<LeadAddress>) => leadsHref(slug, address, changes);
  return (
    <>
      <div className="px-4 pb-3 md:px-7">
        <Segmented
          label="Stage"
          items={[
            { href: to({ stage: null }), label: "All stages", current: address.stage === null },
            ...STAGE_ORDER.map((stage) => ({
              href: to({ stage }),
              label: STAGE_DETAILS[stage].words,
              current: address.stage === stage,
            })),
          ]}
        />
      </div>
      {cards.length === 0 ? (
        <EmptyState
          icon="leads"
          title="No leads match."
          action={<ButtonLink href={to({ stage: null })}>Show all stages</ButtonLink>}
        />
      ) : (
        <>
          <ol className="border-line border-t md:hidden">
            {cards.map((lead) => (
              <LeadCard key={lead.id} {...{ lead, slug, now, timeZone }} />
            ))}
          </ol>
          <table className="w-full border-collapse text-left text-control max-md:hidden">
            <thead className="border-line border-y bg-sunken text-ink-2 text-sm">
              <tr>
                <th className="py-2 pr-3 pl-7 font-semibold">Caller</th>
                <th className="px-3 font-semibold">Job</th>
                <th className="px-3 font-semibold">Stage</th>
                <th className="px-3 font-semibold">Now</th>
                <th className="px-3 text-right font-semibold">Worth</th>
                <th className="px-3 font-semibold" aria-sort={address.oldestFirst ? "ascending" : "descending"}>
                  <Link
                    href={to({ oldestFirst: !address.oldestFirst })}
                    className="inline-flex min-h-6 items-center gap-1 hover:text-ink"
                  >
                    Last activity
                    <Icon name="open" size={14} className={address.oldestFirst ? "rotate-180" : undefined} />
                  </Link>
                </th>
                <th className="py-2 pr-7 pl-3">
                  <span className="sr-only">Move</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {cards.map((lead) => (
                <Row key={lead.id} {...{ lead, slug, now, timeZone }} />
              ))}
            </tbody>
          </table>
        </>
      )}
      {next ? (
        <p className="px-4 py-4 md:px-7">
          <ButtonLink href={to({ cursor: next })}>Show the next 50</ButtonLink>
        </p>
      ) : null}
    </>
  );
}

function Row({ lead, slug, now, timeZone }: { lead: Lead; slug: string; now: Date; timeZone: string }) {
  const { family, icon } = STAGE_LOOK[lead.stage];
  return (
    <tr className="relative border-line border-b hover:bg-hover">
      <td className="max-w-[15rem] py-2.5 pr-3 pl-7">
        <Link
          href={`/w/${slug}/leads/${lead.id}`}
          className="block truncate font-semibold text-base after:absolute after:inset-0"
        >
          {leadTitle(lead)}
        </Link>
        {lead.name ? (
          <PhoneNumber
            e164={lead.callerE164}
            display={formatPhone(lead.callerE164)}
            plain
            className="text-ink-3 text-sm"
          />
        ) : null}
      </td>
      <td className="max-w-[18rem] truncate px-3 text-ink-2">{leadSubject(lead)}</td>
      <td className="px-3">
        <Status family={family} icon={icon}>
          {STAGE_DETAILS[lead.stage].words}
        </Status>
      </td>
      <td className="px-3">
        <LeadStatus lead={lead} now={now} timeZone={timeZone} />
      </td>
      <td className="px-3 text-right tabular-nums">{lead.valueCents === null ? "" : formatCents(lead.valueCents)}</td>
      <td className="whitespace-nowrap px-3 text-ink-2">
        <Time at={lead.lastActivityAt} title={formatFullMoment(lead.lastActivityAt, timeZone)}>
          {formatMoment(lead.lastActivityAt, now, timeZone)}
        </Time>
      </td>
      <td className="relative z-10 py-1.5 pr-7 pl-3 text-right">
        <MoveMenu slug={slug} leadId={lead.id} title={leadTitle(lead)} stage={lead.stage} compact />
      </td>
    </tr>
  );
}
