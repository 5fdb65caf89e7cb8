import { and, eq, or, sql } from "drizzle-orm";
import { COUNTERS, type Counter } from "@/db/enums";
import { usageCallers, usageCounters } from "@/db/schema/billing";
import type { Tx } from "@/db/tenant";
import { monthStart } from "./month";

/** The windows that `now` falls in. To give back a reservation, `now` is the moment it was made. */
type Windows = { tx: Tx; workspaceId: string; now: Date; anchorAt: Date };
export type Reservation = Windows & { callerE164: string; isNewCallerThisMonth: boolean; cents: number };

/**
 * Locks this hour's, day's and month's counters until the transaction ends and says where they stand. What is read
 * afterwards cannot be overtaken, so caps and limits are exact. Lock order everywhere: call, slot, counters.
 */
export async function lockUsage({ tx, workspaceId, now, anchorAt }: Windows): Promise<Record<Counter, number>> {
  return addUsage({ tx, workspaceId, now, anchorAt }, NOTHING);
}

/** Where this hour's, day's and month's counters stand, without a lock: good enough to say no by. */
export async function readUsage(windows: Windows): Promise<Record<Counter, number>> {
  const { tx, workspaceId } = windows;
  const starts = startsOf(windows);
  const rows = await tx
    .select({ counter: usageCounters.counter, amount: usageCounters.amount })
    .from(usageCounters)
    .where(
      and(
        eq(usageCounters.workspaceId, workspaceId),
        or(
          ...COUNTERS.map((counter) =>
            and(eq(usageCounters.counter, counter), eq(usageCounters.windowStart, starts[counter])),
          ),
        ),
      ),
    );
  return byCounter(rows);
}

/** Whether this caller is already among the month's. Exact when asked after `lockUsage`. */
export async function isCallerCounted(caller: Windows & { callerE164: string }): Promise<boolean> {
  const rows = await caller.tx.select({ one: sql`1` }).from(usageCallers).where(thisCaller(caller));
  return rows.length > 0;
}

/** Counts one automatic opening before it is sent. */
export async function reserveUsage(reservation: Reservation): Promise<void> {
  const { tx, workspaceId, now, anchorAt, callerE164, isNewCallerThisMonth, cents } = reservation;
  if (isNewCallerThisMonth) {
    const month = { workspaceId, monthStart: monthStart(anchorAt, now), callerE164 };
    await tx.insert(usageCallers).values(month).onConflictDoNothing();
  }
  await addUsage(reservation, amountsOf({ isNewCallerThisMonth, cents }));
}

/** Gives back what `reserveUsage` took, with the same values, once it is certain that nothing was sent. */
export async function releaseUsage(reservation: Reservation): Promise<void> {
  const { tx, workspaceId, isNewCallerThisMonth, cents } = reservation;
  const taken = amountsOf({ isNewCallerThisMonth, cents });
  const starts = startsOf(reservation);
  for (const counter of COUNTERS) {
    if (taken[counter] === 0) continue;
    await tx
      .update(usageCounters)
      .set({ amount: sql`greatest(${usageCounters.amount} - ${taken[counter]}, 0)` })
      .where(
        and(
          eq(usageCounters.workspaceId, workspaceId),
          eq(usageCounters.counter, counter),
          eq(usageCounters.windowStart, starts[counter]),
        ),
      );
  }
  if (isNewCallerThisMonth) await tx.delete(usageCallers).where(thisCaller(reservation));
}

const NOTHING: Record<Counter, number> = { callers_hour: 0, callers_day: 0, callers_month: 0, spend_cents_day: 0 };

function amountsOf(text: { isNewCallerThisMonth: boolean; cents: number }): Record<Counter, number> {
  return {
    callers_hour: 1,
    callers_day: 1,
    callers_month: text.isNewCallerThisMonth ? 1 : 0,
    spend_cents_day: text.cents,
  };
}

/** One statement, always in the order of COUNTERS, so that two of them cannot hold each other up. */
async function addUsage(windows: Windows, amounts: Record<Counter, number>): Promise<Record<Counter, number>> {
  const { tx, workspaceId } = windows;
  const starts = startsOf(windows);
  const rows = await tx
    .insert(usageCounters)
    .values(
      COUNTERS.map((counter) => ({ workspaceId, counter, windowStart: starts[counter], amount: amounts[counter] })),
    )
    .onConflictDoUpdate({
      target: [usageCounters.workspaceId, usageCounters.counter, usageCounters.windowStart],
      set: { amount: sql`${usageCounters.amount} + excluded.amount` },
    })
    .returning({ counter: usageCounters.counter, amount: usageCounters.amount });
  return byCounter(rows);
}

function byCounter(rows: { counter: Counter; amount: number }[]): Record<Counter, number> {
  const found = { ...NOTHING };
  for (const { counter, amount } of rows) found[counter] = amount;
  return found;
}

function startsOf({ now, anchorAt }: Pick<Windows, "now" | "anchorAt">): Record<Counter, Date> {
  const hour = new Date(Math.floor(now.getTime() / 3_600_000) * 3_600_000);
  const day = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()));
  return { callers_hour: hour, callers_day: day, callers_month: monthStart(anchorAt, now), spend_cents_day: day };
}

function thisCaller({ workspaceId, callerE164, now, anchorAt }: Omit<Reservation, "isNewCallerThisMonth" | "cents">) {
  return and(
    eq(usageCallers.workspaceId, workspaceId),
    eq(usageCallers.monthStart, monthStart(anchorAt, now)),
    eq(usageCallers.callerE164, callerE164),
  );
}
