import { cn } from "@/app/ui/cn";
import { Time } from "@/app/ui/time";
import { plural } from "@/lib/format/count";
import { formatFullMoment, formatMoment } from "@/lib/format/time";
import type { LeadDetails } from "@/lib/leads/get-lead";
import { STAGE_ORDER } from "@/lib/leads/stage-order";
import { LeadStatus } from "../lead-status";
import { MoveMenu } from "../move-menu";
import { BookButton } from "./book-button";
import { FactsForm } from "./facts-form";

type AboutProps = { lead: LeadDetails; title: string; slug: string; timeZone: string };

const SOURCES: Record<LeadDetails["source"], string> = {
  missed_call: "Missed call",
  text: "Text",
  manual: "Added by hand",
};

/** The lead's facts and stage: beside the thread, or below it on a phone. */
export function About({ lead, title, slug, timeZone }: AboutProps) {
  const movable = { slug, leadId: lead.id, title, stage: lead.stage };
  return (
    <aside
      id="about"
      aria-label={`About ${title}`}
      className="flex scroll-mt-32 flex-col gap-4 border-line p-5 max-lg:border-t lg:sticky lg:top-0 lg:h-dvh lg:overflow-y-auto lg:border-l"
    >
      <h2 className="text-section">About</h2>
      <Steps lead={lead} />
      <div className="flex flex-wrap items-center gap-2">
        <MoveMenu {...movable} />
        <LeadStatus lead={lead} now={lead.now} timeZone={timeZone} />
      </div>
      {lead.stage === "booked" ? null : <BookButton {...movable} wide />}
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-1.5 text-control">
        <dt className="text-ink-2">Came from</dt>
        <dd>
          {SOURCES[lead.source]},{" "}
          <Time at={lead.createdAt} title={formatFullMoment(lead.createdAt, timeZone)}>
            {formatMoment(lead.createdAt, lead.now, timeZone)}
          </Time>
        </dd>
        <dt className="text-ink-2">Calls</dt>
        <dd>{plural(lead.callCount, "call")}</dd>
        {lead.bookedFor ? (
          <>
            <dt className="text-ink-2">Booked for</dt>
            <dd>{formatFullMoment(lead.bookedFor, timeZone)}</dd>
          </>
        ) : null}
      </dl>
      <FactsForm
        slug={slug}
        leadId={lead.id}
        values={{
          name: lead.name ?? "",
          need: lead.need ?? "",
          address: lead.address ?? "",
          value: lead.valueCents === null ? "" : String(lead.valueCents / 100),
        }}
      />
    </aside>
  );
}

/** How far along, as bars; the words stand on the button below. A lost lead has none filled. */
function Steps({ lead }: { lead: LeadDetails }) {
  const steps = STAGE_ORDER.filter((stage) => stage !== "lost");
  const reached = lead.stage === "lost" ? -1 : steps.indexOf(lead.stage);
  return (
    <div aria-hidden className="flex gap-1">
      {steps.map((stage, index) => (
        <span key={stage} className={cn("h-1.5 flex-1 rounded-full", index <= reached ? "bg-ink" : "bg-press")} />
      ))}
    </div>
  );
}
