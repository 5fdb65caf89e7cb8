/** `Tuesday, June 9`, and with its year when that is not this one. */
export function formatLongDay(at: Date, now: Date, timeZone: string): string {
  const year = (of: Date) => new Intl.DateTimeFormat("en-US", { timeZone, year: "numeric" }).format(of);
  const withYear = year(at) === year(now) ? {} : ({ year: "numeric" } as const);
  return new Intl.DateTimeFormat("en-US", {
    timeZone,
    weekday: "long",
    month: "long",
    day: "numeric",
    ...withYear,
  }).format(at);
}

/** Over the rows of one day in a list: `Today`, then the day. */
export function dayHeading(at: Date, now: Date, timeZone: string): string {
  const day = formatLongDay(at, now, timeZone);
  return day === formatLongDay(now, now, timeZone) ? "Today" : day;
}
