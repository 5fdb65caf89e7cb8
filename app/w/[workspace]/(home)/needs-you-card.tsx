import { Avatar } from "@/app/ui/avatar";
import { ButtonLink } from "@/app/ui/button";
import { Count } from "@/app/ui/count";
import { Status } from "@/app/ui/status";
import { TextLink } from "@/app/ui/text-link";
import { formatWaiting } from "@/lib/format/time";
import type { NeedingYou, NeedsYou } from "@/lib/insights/needs-you";
import { formatPhone } from "@/lib/phone/e164";

type NeedsYouCardProps = NeedingYou & { base: string; now: Date };

/** Whom to turn to now. On a phone it stands on the page itself, without a card around it. */
export function NeedsYouCard({ people, count, base, now }: NeedsYouCardProps) {
  return (
    <section
      aria-labelledby="needs-you"
      className="lg:order-3 max-md:mt-2 md:rounded-lg md:border md:border-line md:px-[22px] md:pt-5 md:pb-2"
    >
      <div className="mb-3 flex items-center gap-2.5">
        <h2 id="needs-you" className="flex grow items-center gap-2.5 text-section max-md:text-[19px]">
          Needs you
          {count > 0 ? <Count value={count} family="marker" label="people" /> : null}
        </h2>
        <TextLink href={`${base}/leads?needs=you`} standalone className="text-[0.84375rem]">
          Open leads
        </TextLink>
      </div>
      {people.length === 0 ? (
        <p className="border-line border-t py-4 text-ink-2">Nobody is waiting on you.</p>
      ) : (
        <ul>
          {people.map((person) => (
            <Person key={person.leadId} {...{ person, base, now }} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Person({ person, base, now }: { person: NeedsYou; base: string; now: Date }) {
  const { name, callerE164, need, callCount, words, leadId } = person;
  const title = name ?? formatPhone(callerE164);
  const about = need ?? (callCount > 1 ? `Called ${callCount} times` : "First-time caller");
  const canReply = person.state.is !== "cannot_text";
  return (
    <li className="flex flex-wrap items-center gap-x-[13px] gap-y-[11px] border-line border-t py-3.5 md:flex-nowrap">
      <Avatar name={name} />
      <div className="min-w-0 grow max-md:basis-0">
        <p className="flex items-baseline gap-2">
          <b className="truncate font-[650] max-md:grow max-md:text-touch">{title}</b>
          <span className="truncate text-[0.84375rem] text-ink-3 max-md:hidden">{about}</span>
          <span className="shrink-0 md:hidden">
            <State state={person.state} now={now} short />
          </span>
        </p>
        <p className="truncate text-control text-ink-2 max-md:text-base">
          {"quote" in words ? `“${words.quote}”` : words.reason}
        </p>
      </div>
      <span className="flex w-[142px] shrink-0 max-md:hidden">
        <State state={person.state} now={now} />
      </span>
      <span className="flex justify-end gap-1.5 max-md:basis-full max-md:gap-2.5 md:w-[130px]">
        {canReply ? (
          <>
            <ButtonLink
              href={`${base}/leads/${leadId}`}
              icon="reply"
              size="compact"
              aria-label={`Reply to ${title}`}
              className="max-md:order-2 max-md:grow max-md:bg-ink max-md:text-on-ink"
            >
              Reply
            </ButtonLink>
            <ButtonLink
              href={`tel:${callerE164}`}
              icon="call"
              size="compact"
              aria-label={`Call ${title}`}
              className="md:hidden max-md:grow"
            >
              Call
            </ButtonLink>
            <ButtonLink
              href={`tel:${callerE164}`}
              icon="call"
              size="compact"
              aria-label={`Call ${title}`}
              className="max-md:hidden"
            />
          </>
        ) : (
          <ButtonLink
            href={`tel:${callerE164}`}
            icon="call"
            size="compact"
            aria-label={`Call ${title} back`}
            className="max-md:grow"
          >
            Call back
          </ButtonLink>
        )}
      </span>
    </li>
  );
}

function State({ state, now, short }: { state: NeedsYou["state"]; now: Date; short?: boolean }) {
  switch (state.is) {
    case "waiting": {
      const waited = formatWaiting(Math.max(0, now.getTime() - state.since.getTime()));
      return (
        <Status family="marker" icon="waiting">
          {short ? waited : `Waiting ${waited}`}
        </Status>
      );
    }
    case "attention":
      return (
        <Status family="marker" icon="info">
          Look at this
        </Status>
      );
    case "not_delivered":
      return (
        <Status family="stamp" icon="notDelivered">
          Not delivered
        </Status>
      );
    case "cannot_text":
      return (
        <Status family="stamp" icon="notDelivered">
          Can't be texted
        </Status>
      );
  }
}
