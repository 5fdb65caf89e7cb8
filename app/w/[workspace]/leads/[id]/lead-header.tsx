import { Avatar } from "@/app/ui/avatar";
import { ButtonLink } from "@/app/ui/button";
import { PhoneNumber } from "@/app/ui/phone-number";
import { Tag } from "@/app/ui/tag";
import { formatCents } from "@/lib/format/money";
import type { LeadDetails } from "@/lib/leads/get-lead";
import { STAGE_DETAILS } from "@/lib/leads/stages";
import { formatPhone } from "@/lib/phone/e164";
import { LeadMenu } from "./lead-menu";

/** Who it is, and the two things one does first: call, and everything else. */
export function LeadHeader({ lead, title, slug }: { lead: LeadDetails; title: string; slug: string }) {
  return (
    <div className="sticky top-0 z-10 border-line border-b bg-surface">
      <div className="flex items-center gap-3 px-2 py-2.5 md:px-5 md:py-3.5">
        <ButtonLink
          href={`/w/${slug}/leads`}
          variant="ghost"
          icon="back"
          aria-label="Back to leads"
          className="lg:hidden"
        />
        <Avatar name={lead.name} />
        <div className="min-w-0 grow">
          <h1 className="truncate text-section">{title}</h1>
          <p className="text-control text-ink-2">
            {lead.name ? <PhoneNumber e164={lead.callerE164} display={formatPhone(lead.callerE164)} /> : "No name yet"}
          </p>
        </div>
        <ButtonLink href={`tel:${lead.callerE164}`} icon="call" aria-label={`Call ${title}`} className="max-md:hidden">
          Call
        </ButtonLink>
        <LeadMenu {...{ slug, leadId: lead.id, title, blocked: lead.blocked, optedOut: lead.optOut !== null }} />
      </div>
      <a
        href="#about"
        className="flex min-h-12 items-center gap-2.5 border-line border-t bg-sunken px-4 text-control lg:hidden"
      >
        <b className="min-w-0 grow truncate font-[650]">{lead.need ?? "What they need, address, stage"}</b>
        {lead.valueCents === null ? null : <span className="text-ink-2">{formatCents(lead.valueCents)}</span>}
        <Tag>{STAGE_DETAILS[lead.stage].words}</Tag>
      </a>
    </div>
  );
}
