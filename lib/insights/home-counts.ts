import { log } from "../log";
import { type BusyHours, busyHours } from "./busy-hours";
import type { Month } from "./month";
import { type MonthNumbers, monthNumbers } from "./month-numbers";
import { type TextHealth, textHealth } from "./text-health";

/** What Home counts of a month, and of the one before it. */
export type HomeCounts = { numbers: MonthNumbers; earlier: MonthNumbers; busy: BusyHours; health: TextHealth };

type Asked = { workspaceId: string; month: Month; before: Month; timeZone: string; now: Date };

/** Missed callers of a month from which on it is counted once a minute, not at every look. */
export const MANY = 500;
const FRESH_MS = 60_000;
const USABLE_MS = 10 * 60_000;
const MOST_KEPT = 500;

type Kept = { counts: HomeCounts; at: Date; renewing: boolean };
const kept = new Map<string, Kept>();

/** A big month's counts are up to a minute old, or a little more when nobody has looked: they are renewed behind a look. */
export async function homeCounts(asked: Asked): Promise<HomeCounts> {
  const { workspaceId, month, timeZone, now } = asked;
  const key = [workspaceId, month.key, timeZone].join(" ");
  const known = kept.get(key);
  const age = known ? now.getTime() - known.at.getTime() : Number.POSITIVE_INFINITY;
  if (!known || age < 0 || age > USABLE_MS) return count(asked, key);
  if (age > FRESH_MS && !known.renewing) {
    known.renewing = true;
    count(asked, key).catch((error: unknown) => {
      known.renewing = false;
      log.error("home.not_counted", error, { workspaceId });
    });
  }
  return known.counts;
}

async function count({ workspaceId, month, before, timeZone, now }: Asked, key: string): Promise<HomeCounts> {
  const [numbers, earlier, busy, health] = await Promise.all([
    monthNumbers(workspaceId, month),
    monthNumbers(workspaceId, before),
    busyHours(workspaceId, month, timeZone),
    textHealth(workspaceId, month),
  ]);
  const counts = { numbers, earlier, busy, health };
  kept.delete(key);
  if (Math.max(numbers.missed, earlier.missed) >= MANY) kept.set(key, { counts, at: now, renewing: false });
  const [oldest] = kept.keys();
  if (oldest && kept.size > MOST_KEPT) kept.delete(oldest);
  return counts;
}
