import type { WeekHours } from "@/db/schema/workspaces";

export type Span = WeekHours[number][number];

/** Times to choose from, every half hour. */
export const HALF_HOURS = Array.from({ length: 48 }, (_, index) => clock(index * 30));

export const EIGHT_TO_SIX: Span = { from: "08:00", to: "18:00" };

/** The same hours on every day from Monday to Friday. */
export function weekdays(span: Span): WeekHours {
  return Array.from({ length: 7 }, (_, day) => (day === 0 || day === 6 ? [] : [span]));
}

/** "8 AM", "5:30 PM". */
export function timeWords(time: string): string {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const minutes = minute === 0 ? "" : `:${String(minute).padStart(2, "0")}`;
  return `${hour % 12 || 12}${minutes} ${hour < 12 ? "AM" : "PM"}`;
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
