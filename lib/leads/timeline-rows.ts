import { formatDay } from "../format/time";
import type { TimelineEvent } from "./timeline-queries";

/** The timeline as it is read: days, then calls in a row as one, texts, notes and what changed. */
export type TimelineRow =
  | { kind: "day"; key: string; at: Date }
  | { kind: "calls"; key: string; events: TimelineEvent[] }
  | { kind: "text" | "note" | "change"; key: string; event: TimelineEvent };

/** Rows of events that are oldest first. A call in the list belongs to the calls right before it on the same day. */
export function timelineRows(events: readonly TimelineEvent[], timeZone: string): TimelineRow[] {
  const rows: TimelineRow[] = [];
  let day = "";
  for (const event of events) {
    const today = dayOf(event.at, timeZone);
    if (today !== day) rows.push({ kind: "day", key: today, at: event.at });
    day = today;
    const last = rows.at(-1);
    if (event.call && last?.kind === "calls") last.events.push(event);
    else rows.push(rowOf(event));
  }
  return rows;
}

function rowOf(event: TimelineEvent): TimelineRow {
  const key = event.id;
  if (event.call) return { kind: "calls", key, events: [event] };
  if (event.message) return { kind: "text", key, event };
  return event.kind === "note" ? { kind: "note", key, event } : { kind: "change", key, event };
}

/** With its year, always: the day is the key of a row. */
function dayOf(at: Date, timeZone: string): string {
  return formatDay(at, new Date(0), timeZone);
}
