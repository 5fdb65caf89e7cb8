import { ButtonLink } from "@/app/ui/button";
import { Status } from "@/app/ui/status";
import { Tabs } from "@/app/ui/tabs";
import type { whyNotText } from "@/lib/conversations/why-not-text";
import type { LeadDetails } from "@/lib/leads/get-lead";
import { gateWords } from "@/lib/recovery/gate-words";
import { BookButton } from "./book-button";
import { cannotTextWords } from "./cannot-text";
import { Composer } from "./composer";
import { NoteForm } from "./note-form";

type ReplyProps = {
  lead: LeadDetails;
  gate: Awaited<ReturnType<typeof whyNotText>>;
  title: string;
  slug: string;
  timeZone: string;
  newId: string;
};

/** Text them, or leave a note for the team; for somebody who cannot be texted, why. Always within the thumb's reach. */
export function Reply({ lead, gate, title, slug, timeZone, newId }: ReplyProps) {
  const refused = cannotTextWords(lead, timeZone);
  const stopped = gate.refusal && gateWords(gate.refusal);
  const text = refused ? (
    <Status family="quiet" icon={lead.optOut ? "optedOut" : "blocked"} wrap className="text-control">
      {refused}
    </Status>
  ) : stopped ? (
    <div className="flex flex-wrap items-center gap-3">
      <Status family="marker" icon="pending" wrap className="text-control">
        {stopped.words}
      </Status>
      {stopped.remedy ? (
        <ButtonLink href={`/w/${slug}${stopped.remedy.to}`} size="compact">
          {stopped.remedy.label}
        </ButtonLink>
      ) : null}
    </div>
  ) : (
    <>
      {lead.landline ? (
        <p className="mb-2">
          <Status family="stamp" icon="notDelivered" wrap>
            This looks like a landline. A text may not arrive.
          </Status>
        </p>
      ) : null}
      <Composer slug={slug} leadId={lead.id} title={title} newId={newId} needsConsent={gate.needsConsent} />
    </>
  );
  return (
    <section
      aria-label="Reply"
      data-action-bar
      className="sticky bottom-0 z-10 border-line border-t bg-surface px-4 pt-3 pb-[max(1rem,env(safe-area-inset-bottom))] md:px-5"
    >
      <div className="mb-1 grid auto-cols-fr grid-flow-col gap-2 md:hidden">
        <ButtonLink href={`tel:${lead.callerE164}`} variant="answer" icon="call" wide>
          Call
        </ButtonLink>
        {lead.stage === "booked" ? null : (
          <BookButton slug={slug} leadId={lead.id} title={title} stage={lead.stage} wide />
        )}
      </div>
      <Tabs
        label="Write"
        tabs={[
          { value: "text", label: "Text", panel: text },
          { value: "note", label: "Note to team", panel: <NoteForm slug={slug} leadId={lead.id} newId={newId} /> },
        ]}
      />
    </section>
  );
}
