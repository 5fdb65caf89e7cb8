import { Card } from "@/app/ui/card";
import { HeatTable } from "@/app/ui/heat-table";
import { busiestSentence, hoursToShow } from "@/lib/insights/busiest";
import type { BusyHours } from "@/lib/insights/busy-hours";

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

/** When calls are missed, by weekday and hour. Sunday shows only when somebody called. */
export function BusyHoursCard({ table }: { table: BusyHours }) {
  const { first, last } = hoursToShow(table);
  const hours = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const days = DAYS.flatMap((name, index) => {
    const counts = table[index] ?? [];
    const empty = counts.every((count) => count === 0);
    return name === "Sun" && empty ? [] : [{ name, counts: hours.map((hour) => counts[hour] ?? 0) }];
  });
  return (
    <Card title="When you miss calls" className="lg:order-4">
      <p className="-mt-2 mb-2 text-control text-ink-2">{busiestSentence(table)}</p>
      <HeatTable
        caption="Missed calls by weekday and hour"
        hours={hours.map((hour, index) => (index % 2 === 0 ? hourWords(hour, index === 0 || hours.length > 12) : ""))}
        days={days}
      />
    </Card>
  );
}

/** `7a` at the left, then the bare hour; all of them marked where the day and the night are both in the table. */
function hourWords(hour: number, marked: boolean): string {
  const shown = hour % 12 === 0 ? 12 : hour % 12;
  return marked ? `${shown}${hour < 12 ? "a" : "p"}` : String(shown);
}
