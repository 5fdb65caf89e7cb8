import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { CallState, Reason, RecoveryState } from "@/db/enums";
import { calls, recoveries } from "@/db/schema/calls";
import { leads } from "@/db/schema/leads";
import { withWorkspace } from "@/db/tenant";
import { appNow } from "../clock";
import { decodeCursor, encodeCursor } from "../leads/cursor";
import { CALL_VIEWS, type CallView, COUNTED } from "./call-views";
import { type CallRow, selectCalls, toCallRow } from "./queries-rows";

export type CallFilter = {
  view: CallView;
  reason?: Reason;
  /** Name, number or last digits; looks through all months. */
  search?: string;
  /** `to` is not included. */
  month: { from: Date; to: Date };
};

export type CallPage = { now: Date; rows: CallRow[]; next: string | null };

type Wanted = { workspaceId: string; timeZone: string; filter: CallFilter; cursor?: string; size?: number };

const PAGE = 50;

/** Calls, newest first, a page at a time. */
export function listCalls({ workspaceId, timeZone, filter, cursor, size = PAGE }: Wanted): Promise<CallPage> {
  const from = decodeCursor(cursor);
  return withWorkspace(workspaceId, async (tx) => {
    const now = await appNow(tx);
    const rows = await selectCalls(tx, timeZone)
      .where(
        and(
          ...whereCalls(workspaceId, filter),
          from
            ? sql`(${calls.startedAt}, ${calls.id}) < (${from.at.toISOString()}::timestamptz, ${from.id}::uuid)`
            : undefined,
        ),
      )
      .orderBy(desc(calls.startedAt), desc(calls.id))
      .limit(size + 1);
    const shown = rows.slice(0, size).map((row) => toCallRow(row, { timeZone, now }));
    const end = rows.length > size ? shown.at(-1) : undefined;
    return { now, rows: shown, next: end ? encodeCursor({ at: end.startedAt, id: end.id }) : null };
  });
}

/** How many calls each tab holds in the month, up to one more than `COUNTED`. */
export function countCalls(workspaceId: string, month: CallFilter["month"]): Promise<Record<CallView, number>> {
  return withWorkspace(workspaceId, async (tx) => {
    const counts: Record<CallView, number> = { all: 0, texted: 0, not_texted: 0, answered: 0 };
    for (const view of CALL_VIEWS) {
      const some = tx
        .select({ one: sql`1` })
        .from(calls)
        .leftJoin(recoveries, and(eq(recoveries.workspaceId, calls.workspaceId), eq(recoveries.callId, calls.id)))
        .where(and(...whereCalls(workspaceId, { view, month })))
        .limit(COUNTED + 1)
        .as("some");
      const [row] = await tx.select({ count: sql<number>`count(*)::int` }).from(some);
      counts[view] = row?.count ?? 0;
    }
    return counts;
  });
}

/** Whether the workspace has ever had a call. */
export function hasCalls(workspaceId: string): Promise<boolean> {
  return withWorkspace(workspaceId, async (tx) => {
    const rows = await tx.select({ id: calls.id }).from(calls).where(eq(calls.workspaceId, workspaceId)).limit(1);
    return rows.length > 0;
  });
}

const ANSWERED: CallState[] = ["answered", "voice_ai"];
const TEXTED: RecoveryState[] = ["texting", "texted", "unconfirmed"];
const NOT_TEXTED: RecoveryState[] = ["held", "skipped", "failed"];

const VIEWS: Record<CallView, SQL | undefined> = {
  all: undefined,
  texted: inArray(recoveries.state, TEXTED),
  not_texted: inArray(recoveries.state, NOT_TEXTED),
  answered: inArray(calls.state, ANSWERED),
};

function whereCalls(workspaceId: string, { view, reason, search, month }: CallFilter): (SQL | undefined)[] {
  const looked = search?.trim();
  return [
    eq(calls.workspaceId, workspaceId),
    VIEWS[view],
    reason ? eq(recoveries.reason, reason) : undefined,
    looked ? matches(workspaceId, looked) : inMonth(month),
  ];
}

function inMonth({ from, to }: CallFilter["month"]): SQL {
  return sql`${calls.startedAt} >= ${from.toISOString()}::timestamptz and ${calls.startedAt} < ${to.toISOString()}::timestamptz`;
}

function matches(workspaceId: string, search: string): SQL {
  const words = `%${search.slice(0, 100).replace(/[\\%_]/g, "\\$&")}%`;
  const byName = sql`${calls.callerE164} in (select l.caller_e164 from ${leads} l
    where l.workspace_id = ${workspaceId} and l.name ilike ${words})`;
  const digits = search.replace(/\D/g, "");
  const isNumber = digits.length >= 3 && /^[\d\s().+-]+$/.test(search);
  return isNumber ? sql`(${byName} or ${calls.callerE164} like ${`%${digits}%`})` : byName;
}
