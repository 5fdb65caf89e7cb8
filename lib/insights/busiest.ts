import type { BusyHours } from "./busy-hours";

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
const SPAN = 3;
/** Fewer say nothing about a week. */
const ENOUGH = 5;

/** "Tuesday and Wednesday, 11 to 2. That is 16 of your 55 missed calls." */
export function busiestSentence(table: BusyHours): string {
  const total = table.flat().reduce((sum, calls) => sum + calls, 0);
  if (total === 0) return "No missed calls to show yet.";
  if (total < ENOUGH) return "Too few missed calls yet to see when they come.";
  const one = busiest(table, 1);
  const two = busiest(table, 2);
  // Two days are worth naming only when the second adds a good part.
  const best = two.calls >= one.calls * 1.4 ? two : one;
  const days = best.days.map((day) => DAYS[day]).join(" and ");
  return `${days}, ${clock(best.hour)} to ${clock(best.hour + SPAN)}. That is ${best.calls} of your ${total} missed calls.`;
}

/** The hours a table of these calls needs: a working day, and every hour in which somebody called. */
export function hoursToShow(table: BusyHours): { first: number; last: number } {
  const used = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) =>
    table.some((day) => (day[hour] ?? 0) > 0),
  );
  return { first: Math.min(7, used[0] ?? 7), last: Math.max(18, used.at(-1) ?? 18) };
}

type Block = { days: number[]; hour: number; calls: number };

function busiest(table: BusyHours, dayCount: number): Block {
  let best: Block = { days: [0], hour: 0, calls: -1 };
  for (let day = 0; day + dayCount <= 7; day++) {
    const days = Array.from({ length: dayCount }, (_, offset) => day + offset);
    for (let hour = 0; hour + SPAN <= 24; hour++) {
      const calls = days.reduce((sum, at) => sum + sumOf(table[at] ?? [], hour), 0);
      if (calls > best.calls) best = { days, hour, calls };
    }
  }
  return best;
}

function sumOf(hours: number[], from: number): number {
  return hours.slice(from, from + SPAN).reduce((sum, calls) => sum + calls, 0);
}

/** `11`, `2`; midnight and noon are both 12. */
function clock(hour: number): string {
  return String(hour % 12 === 0 ? 12 : hour % 12);
}
