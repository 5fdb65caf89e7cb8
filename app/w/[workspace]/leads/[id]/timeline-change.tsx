import type { IconName } from "@/app/ui/icons";
import { Icon } from "@/app/ui/lucide-icon";
import { Time } from "@/app/ui/time";
import { formatCents } from "@/lib/format/money";
import { formatClock, formatFullMoment } from "@/lib/format/time";
import { STAGE_DETAILS } from "@/lib/leads/stages";
import type { TimelineEvent } from "@/lib/leads/timeline-queries";
import { STAGE_LOOK } from "../stage-look";
import type { TimelineSetting } from "./timeline";

/** A move, a new name, an opt-out: one quiet line. */
export function TimelineChange({ event, setting }: { event: TimelineEvent; setting: TimelineSetting }) {
  const { icon, words } = tell(event);
  return (
    <p className="flex items-start gap-2 self-center px-4 text-center text-control text-ink-2">
      <Icon name={icon} className="mt-0.5" />
      <span className="min-w-0 [overflow-wrap:anywhere]">
        {words}
        {event.actor ? `, by ${event.actor}` : null}{" "}
        <Time
          at={event.at}
          title={formatFullMoment(event.at, setting.timeZone)}
          className="whitespace-nowrap text-ink-3"
        >
          {formatClock(event.at, setting.timeZone)}
        </Time>
      </span>
    </p>
  );
}

function tell(event: TimelineEvent): { icon: IconName; words: string } {
  switch (event.kind) {
    case "stage_moved":
      return { icon: event.toStage ? STAGE_LOOK[event.toStage].icon : "leads", words: moveWords(event) };
    case "renamed":
      return { icon: "edit", words: event.note ? `Named ${event.note}` : "Name removed" };
    case "created":
      return { icon: "add", words: "Lead added by hand" };
    case "opted_out":
      return { icon: "optedOut", words: event.actor ? "Marked as opted out" : "They opted out of texts" };
    case "opted_in":
      return { icon: "done", words: "They started texts again" };
    case "blocked":
      return { icon: "blocked", words: "Blocked" };
    case "unblocked":
      return { icon: "undo", words: "Unblocked" };
    case "call":
      return { icon: "call", words: "A call" };
    case "message":
      return { icon: "talking", words: "A text" };
    case "note":
      return { icon: "note", words: event.note ?? "A note" };
  }
}

function moveWords({ fromStage, toStage, amountCents, note }: TimelineEvent): string {
  const [from, to] = [fromStage, toStage].map((stage) => (stage ? STAGE_DETAILS[stage].words : "another stage"));
  const more = [amountCents === null ? null : formatCents(amountCents), note].filter(Boolean).join(", ");
  return `Moved from ${from} to ${to}${more ? `, ${more}` : ""}`;
}
