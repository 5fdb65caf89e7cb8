import { TZDate } from "@date-fns/tz";

/** A calendar month on the workspace's clocks. */
export type Month = {
  /** `2026-06`, as it stands in addresses. */
  key: string;
  /** `June`, and with its year when that is not this one. */
  name: string;
  from: Date;
  /** Not included. */
  to: Date;
  current: boolean;
};

/** The month an address names; this one for no name, a wrong one, or one that has not begun. */
export function monthFromKey(key: string | undefined, now: Date, timeZone: string): Month {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(key ?? "");
  const today = new TZDate(now, timeZone);
  const year = match ? Number(match[1]) : today.getFullYear();
  const index = match ? Number(match[2]) - 1 : today.getMonth();
  const asked = year * 12 + index;
  const present = today.getFullYear() * 12 + today.getMonth();
  return monthAt(Math.min(Math.max(asked, present - OLDEST), present), present, timeZone);
}

/** The months one can choose from, newest first. */
export function recentMonths(now: Date, timeZone: string, count = 12): Month[] {
  const today = new TZDate(now, timeZone);
  const present = today.getFullYear() * 12 + today.getMonth();
  return Array.from({ length: count }, (_, back) => monthAt(present - back, present, timeZone));
}

export function monthBefore(month: Month, now: Date, timeZone: string): Month {
  const [year = 0, number = 0] = month.key.split("-").map(Number);
  const today = new TZDate(now, timeZone);
  return monthAt(year * 12 + number - 2, today.getFullYear() * 12 + today.getMonth(), timeZone);
}

const OLDEST = 12 * 50;

function monthAt(absolute: number, present: number, timeZone: string): Month {
  const year = Math.floor(absolute / 12);
  const index = absolute % 12;
  const from = new TZDate(year, index, 1, timeZone);
  const name = new Intl.DateTimeFormat("en-US", {
    timeZone,
    month: "long",
    ...(year === Math.floor(present / 12) ? {} : { year: "numeric" }),
  }).format(from);
  return {
    key: `${year}-${String(index + 1).padStart(2, "0")}`,
    name,
    from: new Date(from.getTime()),
    to: new Date(new TZDate(year, index + 1, 1, timeZone).getTime()),
    current: absolute === present,
  };
}
