import { formatMoment } from "../format/time";

const MINUTE = 60_000;

/** `Dana` of `Dana Whitfield`, `Luis` of `Luis, mobile` */
export function firstName(name: string): string {
  return name.trim().split(/[\s,]+/)[0] || name;
}

/** Spelled out for sentences: `15 minutes`, `2 hours`, `3 days` */
export function spelledDuration(ms: number): string {
  const minutes = Math.floor(ms / MINUTE);
  if (minutes < 1) return "less than a minute";
  if (minutes < 60) return count(minutes, "minute");
  if (minutes < 1440) return count(Math.floor(minutes / 60), "hour");
  return count(Math.floor(minutes / 1440), "day");
}

/** `June 2`, and with its year when that is not this one: opt-outs are never told in relative time. */
export function spelledDay(at: Date, now: Date, timeZone: string): string {
  const year = (of: Date) => new Intl.DateTimeFormat("en-US", { timeZone, year: "numeric" }).format(of);
  const withYear = year(at) === year(now) ? {} : ({ year: "numeric" } as const);
  return new Intl.DateTimeFormat("en-US", { timeZone, month: "long", day: "numeric", ...withYear }).format(at);
}

/** `3 PM`, `3:30 PM`, and with its weekday or day when that is not today. */
export function spelledMoment(at: Date, now: Date, timeZone: string): string {
  return formatMoment(at, now, timeZone).replace(":00 ", " ");
}

/** `Jamaica`, `the United Kingdom` */
export function countryName(code: string): string {
  const name = new Intl.DisplayNames(["en"], { type: "region" }).of(code) ?? code;
  return /^(United|Netherlands|Philippines|Bahamas|British|Dominican Republic|Czech Republic)| Islands$/.test(name)
    ? `the ${name}`
    : name;
}

function count(amount: number, unit: string): string {
  return `${amount} ${unit}${amount === 1 ? "" : "s"}`;
}
