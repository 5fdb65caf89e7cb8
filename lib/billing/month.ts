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

/** When so many callers will have been reached if they go on coming as they did this month; null when not before `until`. */
export function reachedAt(month: { used: number; limit: number; since: Date; until: Date; now: Date }): Date | null {
  const { used, limit, since, until, now } = month;
  const elapsed = now.getTime() - since.getTime();
  // A day or a handful of callers say nothing about a month.
  if (used < 3 || used >= limit || elapsed < 86_400_000) return null;
  const at = new Date(since.getTime() + (elapsed / used) * limit);
  return at < until ? at : null;
}

function startIn(anchorAt: Date, now: Date, months: number): Date {
  const year = now.getUTCFullYear();
  const month = now.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(anchorAt.getUTCDate(), lastDay)));
}
