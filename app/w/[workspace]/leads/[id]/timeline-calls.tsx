import { cn } from "@/app/ui/cn";
import type { Family } from "@/app/ui/family";
import type { IconName } from "@/app/ui/icons";
import { Icon } from "@/app/ui/lucide-icon";
import { TextLink } from "@/app/ui/text-link";
import { Time } from "@/app/ui/time";
import { formatClock, formatFullMoment } from "@/lib/format/time";
import type { TimelineEvent } from "@/lib/leads/timeline-queries";
import { type CallOutcome, callOutcome, type OutcomeKind } from "@/lib/recovery/explain-call";
import type { TimelineSetting } from "./timeline";

const LOOK: Record<OutcomeKind, { icon: IconName; family: Extract<Family, "slip" | "answer" | "pen" | "quiet"> }> = {
  ringing: { icon: "ringing", family: "quiet" },
  answered: { icon: "answered", family: "answer" },
  missed: { icon: "missed", family: "slip" },
  voicemail: { icon: "voicemail", family: "slip" },
  ai: { icon: "ai", family: "pen" },
  unreached: { icon: "unreached", family: "quiet" },
};

const BLOCK: Record<(typeof LOOK)[OutcomeKind]["family"], string> = {
  slip: "bg-slip-tint text-slip-text",
  answer: "bg-answer-tint text-answer-text",
  pen: "bg-pen-tint text-pen-text",
  quiet: "bg-hover text-ink-3",
};

type Call = { event: TimelineEvent; outcome: CallOutcome };

/** One call, or several in a row behind one line. */
export function TimelineCalls({ events, setting }: { events: TimelineEvent[]; setting: TimelineSetting }) {
  const calls = events.flatMap((event): Call[] =>
    event.call ? [{ event, outcome: callOutcome({ ...event.call, answeredBy: event.answeredBy }) }] : [],
  );
  const [first] = calls;
  const last = calls.at(-1);
  if (!first || !last) return null;
  if (calls.length === 1) return <CallBlock call={first} setting={setting} />;
  const between = [first, last].map(({ event }) => formatClock(event.at, setting.timeZone));
  return (
    <details className="group/calls rounded-[10px] bg-slip-tint">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-3 rounded-[10px] px-4 py-3">
        <Icon name="missed" size={20} className="text-slip-text" />
        <span className="min-w-0 grow font-[650]">
          Called {calls.length} times between {between[0]} and {between[1]}
        </span>
        <Icon name="open" className="text-ink-3 group-open/calls:rotate-180" />
      </summary>
      <ol className="flex flex-col gap-1 px-1 pb-1">
        {calls.map((call) => (
          <li key={call.event.id}>
            <CallBlock call={call} setting={setting} />
          </li>
        ))}
      </ol>
    </details>
  );
}

function CallBlock({ call: { event, outcome }, setting }: { call: Call; setting: TimelineSetting }) {
  const { slug, timeZone } = setting;
  const { icon, family } = LOOK[outcome.kind];
  return (
    <div className={cn("flex flex-wrap items-center gap-x-3 gap-y-1 rounded-[10px] px-4 py-3", BLOCK[family])}>
      <Icon name={icon} size={20} />
      <div className="min-w-40 grow basis-0">
        <p className="text-ink">
          <b className="font-[650]">{outcome.words === "Missed" ? "Missed call" : outcome.words}</b> at{" "}
          <Time at={event.at} title={formatFullMoment(event.at, timeZone)}>
            {formatClock(event.at, timeZone)}
          </Time>
        </p>
        {outcome.detail ? <p className="text-control text-ink-2">{outcome.detail}</p> : null}
      </div>
      {event.call && event.recovery ? (
        <TextLink href={`/w/${slug}/calls?call=${event.call.id}`} standalone>
          {event.recovery.state === "skipped" ? "Why they were not texted" : "Why they were texted"}
        </TextLink>
      ) : null}
    </div>
  );
}
