import { TZDate } from "@date-fns/tz";

export type Span = { from: string; to: string };

/** Per weekday, Sunday first. A span that ends at or before its start runs past midnight; "24:00" is the end of the day. */
export type WeekSchedule = readonly (readonly Span[])[];

export type Hours = {
  open: boolean;
  /** When closed: the next opening, or null when the schedule never opens. */
  nextOpening: Date | null;
  /** When open: the end of the current span, or null when it does not end within a week. */
  closesAt: Date | null;
};

const DAYS_AHEAD = 8;

/** Whether automatic texts may go out now, on the wall clock of the zone, across changes to and from summer time. */
export function withinHours(schedule: WeekSchedule, timeZone: string, now: Date): Hours {
  const { openings, horizon } = weekOf(schedule, timeZone, now);
  const current = openings.find(({ from, to }) => from <= now.getTime() && now.getTime() < to);
  if (current) return { open: true, nextOpening: null, closesAt: current.to >= horizon ? null : new Date(current.to) };
  const next = openings.find(({ from }) => from > now.getTime());
  return { open: false, nextOpening: next ? new Date(next.from) : null, closesAt: null };
}

type Opening = { from: number; to: number };
type Week = { openings: Opening[]; horizon: number };

const weeks = new Map<string, Week>();
const MOST_WEEKS = 1000;

/** The week's openings are the same all day long, and finding them takes longer than the rest of a decision. */
function weekOf(schedule: WeekSchedule, timeZone: string, now: Date): Week {
  const today = new TZDate(now, timeZone);
  const key = `${timeZone} ${today.getFullYear()} ${today.getMonth()} ${today.getDate()} ${JSON.stringify(schedule)}`;
  const known = weeks.get(key);
  if (known) return known;
  if (weeks.size >= MOST_WEEKS) weeks.clear();
  const week = { openings: spansAround(schedule, today), horizon: wallClock(today, DAYS_AHEAD, 0) };
  weeks.set(key, week);
  return week;
}

/** From yesterday, whose spans may run past midnight, to the same weekday of next week; touching spans are one. */
function spansAround(schedule: WeekSchedule, today: TZDate): Opening[] {
  const openings: Opening[] = [];
  for (let day = -1; day < DAYS_AHEAD; day += 1) {
    for (const span of schedule[(today.getDay() + day + 7) % 7] ?? []) {
      const start = minutesOf(span.from);
      const end = minutesOf(span.to);
      openings.push({
        from: wallClock(today, day, start),
        to: wallClock(today, day, end > start ? end : end + 1440),
      });
    }
  }
  return merge(openings.filter(({ from, to }) => to > from).toSorted((a, b) => a.from - b.from));
}

function merge(sorted: readonly Opening[]): Opening[] {
  const merged: Opening[] = [];
  for (const opening of sorted) {
    const last = merged.at(-1);
    if (last && opening.from <= last.to) last.to = Math.max(last.to, opening.to);
    else merged.push({ ...opening });
  }
  return merged;
}

/** The instant at which the zone's clocks show so many minutes after midnight, so many days from today. */
function wallClock(today: TZDate, day: number, minutes: number): number {
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
  const date = today.getDate() + day;
  return new TZDate(today.getFullYear(), today.getMonth(), date, hour, minute, today.timeZone ?? "UTC").getTime();
}

function minutesOf(clock: string): number {
  const match = /^(\d{1,2}):(\d{2})$/.exec(clock);
  const minutes = Number(match?.[1]) * 60 + Number(match?.[2]);
  if (!(minutes <= 1440)) throw new Error(`Not a time of day: ${clock}`);
  return minutes;
}
