/** When the billing month that `now` falls in began: on the anchor's day, or the month's last when it has no such day. */
export function monthStart(anchorAt: Date, now: Date): Date {
  const thisMonth = startIn(anchorAt, now, 0);
  return thisMonth <= now ? thisMonth : startIn(anchorAt, now, -1);
}

/** When the next billing month begins. */
export function nextMonthStart(anchorAt: Date, now: Date): Date {
  const thisMonth = startIn(anchorAt, now, 0);
  return thisMonth > now ? thisMonth : startIn(anchorAt, now, 1);
}

function startIn(anchorAt: Date, now: Date, months: number): Date {
  const year = now.getUTCFullYear();
  const month = now.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(anchorAt.getUTCDate(), lastDay)));
}
