const LOCALE = "en-US";
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `11:08 AM` */
export function formatClock(at: Date, timeZone: string): string {
  return format(at, { timeZone, hour: "numeric", minute: "2-digit" });
}

/** `11:34:02 AM`, for what is as of a second */
export function formatSecond(at: Date, timeZone: string): string {
  return format(at, { timeZone, hour: "numeric", minute: "2-digit", second: "2-digit" });
}

/** Today: the time. Within six days either way, so that a weekday names one day only: `Mon 5:31 PM`. Else the day. */
export function formatMoment(at: Date, now: Date, timeZone: string): string {
  const days = Math.abs(dayNumber(at, timeZone) - dayNumber(now, timeZone));
  if (days === 0) return formatClock(at, timeZone);
  if (days < 7) return `${format(at, { timeZone, weekday: "short" })} ${formatClock(at, timeZone)}`;
  return formatDay(at, now, timeZone);
}

/** Within six days either way, so that a weekday names one day only: `today`, `Sunday`. Else the day: `Jun 7`. */
export function formatRecentDay(at: Date, now: Date, timeZone: string): string {
  const days = Math.abs(dayNumber(at, timeZone) - dayNumber(now, timeZone));
  if (days === 0) return "today";
  return days < 7 ? format(at, { timeZone, weekday: "long" }) : formatDay(at, now, timeZone);
}

/** `Jun 3`, and with its year when that is not this one: `Jun 3, 2025` */
export function formatDay(at: Date, now: Date, timeZone: string): string {
  const year: Intl.DateTimeFormatOptions = { timeZone, year: "numeric" };
  const sameYear = format(at, year) === format(now, year);
  return format(at, { timeZone, month: "short", day: "numeric", ...(sameYear ? {} : { year: "numeric" }) });
}

/** For `title` and everything legal: `Wednesday, June 3, 2026, 11:08 AM PDT` */
export function formatFullMoment(at: Date, timeZone: string): string {
  const day = format(at, { timeZone, weekday: "long", month: "long", day: "numeric", year: "numeric" });
  const clock = format(at, { timeZone, hour: "numeric", minute: "2-digit", timeZoneName: "short" });
  return `${day}, ${clock}`;
}

/** `24 s`, `4 min 12 s`, `1 h 5 min` */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return pair([Math.floor(whole / 60), "min"], [whole % 60, "s"]);
  return formatHours(Math.floor(whole / 60));
}

/** `under 1 min`, `14 min`, `1 h 5 min`, `2 days` */
export function formatWaiting(ms: number): string {
  if (ms < MINUTE) return "under 1 min";
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min`;
  if (ms < DAY) return formatHours(Math.floor(ms / MINUTE));
  const days = Math.floor(ms / DAY);
  return days === 1 ? "1 day" : `${days} days`;
}

function formatHours(minutes: number): string {
  return pair([Math.floor(minutes / 60), "h"], [minutes % 60, "min"]);
}

function pair(large: [number, string], small: [number, string]): string {
  return small[0] === 0 ? large.join(" ") : `${large.join(" ")} ${small.join(" ")}`;
}

function dayNumber(at: Date, timeZone: string): number {
  const [month = 0, day = 0, year = 0] = format(at, { timeZone, year: "numeric", month: "numeric", day: "numeric" })
    .split("/")
    .map(Number);
  return Date.UTC(year, month - 1, day) / DAY;
}

/** Newer ICU data puts a narrow no-break space before AM and PM, which differs between server and browser. */
function format(at: Date, options: Intl.DateTimeFormatOptions): string {
  return formatter(options)
    .format(at)
    .replace(/[\u202F\u00A0]/g, " ");
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Kept, because making one takes longer than everything else a decision does; there are a dozen per zone. */
function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options);
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(LOCALE, options);
  formatters.set(key, made);
  return made;
}
