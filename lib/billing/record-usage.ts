import { and, eq, sql } from "drizzle-orm";
import { OPENING_COUNTERS, type OpeningCounter } from "@/db/enums";
import { usageCallers, usageCounters } from "@/db/schema/billing";
import { run, type Tx } from "@/db/tenant";
import { monthStart } from "./month";

/** The windows that `now` falls in. To give back a reservation, `now` is the moment it was made. */
type Windows = { workspaceId: string; now: Date; anchorAt: Date };
export type Reservation = Windows & { tx: Tx; callerE164: string; isNewCallerThisMonth: boolean; cents: number };

/**
 * Columns for a statement of the decision's: where this hour's, day's and month's counters stand, by name and without a
 * lock, and as "callerCounted" whether this caller is already among the month's.
 * @param first the number of the first of `usageValues` in the statement, after the workspace's $1 and the caller's $2
 */
export function usageColumns(first: number): string {
  const amounts = OPENING_COUNTERS.map(
    (counter, index) => `coalesce((select u.amount from usage_counters u where u.workspace_id = $1
      and u.counter = '${counter}' and u.window_start = $${first + index}::timestamptz), 0) as ${counter}`,
  );
  return `${amounts.join(", ")}, exists (select 1 from usage_callers u where u.workspace_id = $1 and u.caller_e164 = $2
    and u.month_start = $${first + OPENING_COUNTERS.indexOf("callers_month")}::timestamptz) as "callerCounted"`;
}

/** What `usageColumns` asks for: when each counter's window began. */
export function usageValues({ now, anchorAt }: Pick<Windows, "now" | "anchorAt">): string[] {
  const starts = startsOf({ now, anchorAt });
  return OPENING_COUNTERS.map((counter) => starts[counter].toISOString());
}

/**
 * Counts one automatic opening before it is sent, and says where the counters stood before. They stay locked until the
 * transaction ends, so caps and limits are exact. Lock order everywhere: call, slot, counters.
 */
export async function reserveUsage(reservation: Reservation): Promise<Record<OpeningCounter, number>> {
  const { tx, workspaceId, now, anchorAt, callerE164, isNewCallerThisMonth, cents } = reservation;
  const taken = amountsOf({ isNewCallerThisMonth, cents });
  const starts = startsOf({ now, anchorAt });
  const rows = await run<{ counter: OpeningCounter; amount: number }>(tx, RESERVE, [
    workspaceId,
    isNewCallerThisMonth ? callerE164 : null,
    starts.callers_month.toISOString(),
    ...OPENING_COUNTERS.flatMap((counter) => [counter, starts[counter].toISOString(), taken[counter]]),
  ]);
  const stood = { ...taken };
  for (const { counter, amount } of rows) stood[counter] = amount - taken[counter];
  return stood;
}

// The counters always in the order of OPENING_COUNTERS, so that two of these cannot hold each other up.
const RESERVE = `
  with counted as (
    insert into usage_callers (workspace_id, month_start, caller_e164)
    select $1::uuid, $3::timestamptz, $2::text where $2::text is not null on conflict do nothing
  )
  insert into usage_counters as u (workspace_id, counter, window_start, amount)
  values ${OPENING_COUNTERS.map((_, index) => `($1, $${3 * index + 4}, $${3 * index + 5}, $${3 * index + 6})`).join(", ")}
  on conflict (workspace_id, counter, window_start) do update set amount = u.amount + excluded.amount
  returning counter, amount`;

/** Gives back what `reserveUsage` took, with the same values, once it is certain that nothing was sent. */
export async function releaseUsage(reservation: Reservation): Promise<void> {
  const { tx, workspaceId, isNewCallerThisMonth, cents } = reservation;
  const taken = amountsOf({ isNewCallerThisMonth, cents });
  const starts = startsOf(reservation);
  for (const counter of OPENING_COUNTERS) {
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

function amountsOf(text: { isNewCallerThisMonth: boolean; cents: number }): Record<OpeningCounter, number> {
  return {
    callers_hour: 1,
    callers_day: 1,
    callers_month: text.isNewCallerThisMonth ? 1 : 0,
    spend_cents_day: text.cents,
  };
}

function startsOf({ now, anchorAt }: Pick<Windows, "now" | "anchorAt">): Record<OpeningCounter, Date> {
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
