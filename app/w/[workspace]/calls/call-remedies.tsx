import { ButtonLink } from "@/app/ui/button";
import type { ButtonVariant } from "@/app/ui/button-look";
import { cn } from "@/app/ui/cn";
import { TextLink } from "@/app/ui/text-link";
import type { Remedy } from "@/lib/recovery/explain-words";
import type { CallDetails } from "@/lib/recovery/queries-call";
import { textThemAnyway, unblock } from "./actions";
import { CallAction } from "./call-action";

/** What can still be done: nothing that needs a number, a lead or a block that is not there. */
export function usableRemedies(remedies: readonly Remedy[], call: CallDetails): Remedy[] {
  const { callerE164, leadId, exclusion, told } = call;
  const usable: Record<Remedy["kind"], boolean> = {
    text_anyway: callerE164 !== null,
    call_back: callerE164 !== null,
    unblock: exclusion === "blocked",
    open_lead: leadId !== null,
    open_first_call: told.firstCallId !== null,
    link: true,
  };
  return remedies.filter(({ kind }) => usable[kind]);
}

type CallRemediesProps = { slug: string; call: CallDetails; remedies: Remedy[] };

/** The remedies beside the sentence. On a phone those that act stand in the bar below instead. */
export function CallRemedies({ slug, call, remedies }: CallRemediesProps) {
  const opensLead = remedies.some(({ kind }) => kind === "open_lead");
  const lead = call.leadId && !opensLead ? call.leadId : null;
  if (remedies.length === 0 && !lead) return null;
  return (
    <div className="mt-3.5 flex flex-wrap items-start gap-2">
      {remedies.map((remedy, index) => (
        <div key={remedy.label} className={cn(inBar(remedies, index) && "max-md:hidden")}>
          <RemedyButton {...{ slug, call, remedy }} variant={index === 0 ? "primary" : "secondary"} />
        </div>
      ))}
      {lead ? (
        <TextLink standalone href={`/w/${slug}/leads/${lead}`} className="ml-1 self-center">
          Open the lead
        </TextLink>
      ) : null}
    </div>
  );
}

/** Whether a remedy is one that the phone's bar already holds: a call back, and the first that acts. */
function inBar(remedies: Remedy[], index: number): boolean {
  return remedies[index]?.kind === "call_back" || index === remedies.findIndex(actsHere);
}

export function actsHere({ kind }: Remedy): boolean {
  return kind === "text_anyway" || kind === "unblock" || kind === "open_lead";
}

type RemedyButtonProps = { slug: string; call: CallDetails; remedy: Remedy; variant: ButtonVariant; large?: boolean };

export function RemedyButton({ slug, call, remedy, variant, large }: RemedyButtonProps) {
  const look = { variant, ...(large ? ({ size: "large", wide: true } as const) : {}) };
  const base = `/w/${slug}`;
  switch (remedy.kind) {
    case "text_anyway":
      return (
        <CallAction action={textThemAnyway.bind(null, slug, call.id)} label={remedy.label} icon="send" {...look} />
      );
    case "unblock":
      return <CallAction action={unblock.bind(null, slug, call.id)} label={remedy.label} {...look} />;
    case "call_back":
      return (
        <ButtonLink href={`tel:${call.callerE164}`} icon="call" {...look}>
          {remedy.label}
        </ButtonLink>
      );
    case "open_lead":
      return (
        <ButtonLink href={`${base}/leads/${call.leadId}`} {...look}>
          {remedy.label}
        </ButtonLink>
      );
    case "open_first_call":
      return (
        <ButtonLink href={`${base}/calls?call=${call.told.firstCallId}`} {...look}>
          {remedy.label}
        </ButtonLink>
      );
    case "link":
      return (
        <ButtonLink href={`${base}${remedy.to}`} {...look}>
          {remedy.label}
        </ButtonLink>
      );
  }
}
