import { Bubble } from "@/app/ui/bubble";
import { EmptyState } from "@/app/ui/empty-state";
import { TextLink } from "@/app/ui/text-link";
import { formatClock, formatDay } from "@/lib/format/time";
import type { LeadDetails } from "@/lib/leads/get-lead";
import type { TimelinePage } from "@/lib/leads/timeline-queries";
import { type TimelineRow, timelineRows } from "@/lib/leads/timeline-rows";
import { LatestMark } from "./latest-mark";
import { TimelineCalls } from "./timeline-calls";
import { TimelineChange } from "./timeline-change";
import { TimelineText } from "./timeline-text";

export type TimelineSetting = { slug: string; timeZone: string; now: Date };

type TimelineProps = {
  lead: LeadDetails;
  timeline: TimelinePage;
  slug: string;
  timeZone: string;
  isLatest: boolean;
};

/** Everything that happened with a lead, oldest first. */
export function Timeline({ lead, timeline, slug, timeZone, isLatest }: TimelineProps) {
  const here = `/w/${slug}/leads/${lead.id}`;
  const setting = { slug, timeZone, now: lead.now };
  const rows = timelineRows(timeline.events, timeZone);
  return (
    <section aria-label="Timeline" className="flex grow flex-col justify-end gap-3 px-4 py-5 md:px-6">
      {timeline.earlier ? (
        <p className="text-center">
          <TextLink href={`${here}?before=${timeline.earlier}`} standalone>
            Show what came before
          </TextLink>
        </p>
      ) : null}
      {rows.length === 0 ? (
        <EmptyState icon="talking" title="Nothing has happened yet.">
          Calls, texts and notes show up here.
        </EmptyState>
      ) : (
        <ol className="flex flex-col gap-3">
          {rows.map((row) => (
            <li key={row.key} className="flex flex-col">
              <Row row={row} setting={setting} />
            </li>
          ))}
        </ol>
      )}
      {isLatest ? (
        <LatestMark latest={timeline.events.at(-1)?.id ?? ""} />
      ) : (
        <p className="text-center">
          <TextLink href={here} standalone>
            Back to the latest
          </TextLink>
        </p>
      )}
    </section>
  );
}

function Row({ row, setting }: { row: TimelineRow; setting: TimelineSetting }) {
  const { now, timeZone } = setting;
  switch (row.kind) {
    case "day":
      return <h2 className="py-1 text-center font-sans text-control text-ink-2">{dayWords(row.at, now, timeZone)}</h2>;
    case "calls":
      return <TimelineCalls events={row.events} setting={setting} />;
    case "text":
      return <TimelineText event={row.event} setting={setting} />;
    case "note":
      return (
        <Bubble kind="note" author={row.event.actor ?? undefined} meta={formatClock(row.event.at, timeZone)}>
          {row.event.note}
        </Bubble>
      );
    case "change":
      return <TimelineChange event={row.event} setting={setting} />;
  }
}

function dayWords(at: Date, now: Date, timeZone: string): string {
  const day = formatDay(at, now, timeZone);
  if (day === formatDay(now, now, timeZone)) return "Today";
  return day === formatDay(new Date(now.getTime() - 86_400_000), now, timeZone) ? "Yesterday" : day;
}
