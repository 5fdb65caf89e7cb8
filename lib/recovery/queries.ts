import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Reason } from "@/db/enums";
import { calls, recoveries } from "@/db/schema/calls";
import { leads } from "@/db/schema/leads";
import { type Tx, withWorkspace } from "@/db/tenant";
import { appNow } from "../clock";
import { COUNTED } from "../format/count";
import { decodeCursor, encodeCursor } from "../leads/cursor";
import { callersFound, READ_IN_ORDER } from "../leads/lead-filter";
import { type SearchPatterns, searchPatterns } from "../leads/search-patterns";
import type { CallView } from "./call-views";
import { ANSWERED, callsInOrder, countOf, type Ordered, STATES } from "./queries-order";
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
  const search = searchPatterns(filter.search);
  const { view, reason } = filter;
  const after = decodeCursor(cursor);
  const ordered: Ordered = { workspaceId, view, ...(reason && { reason }), month: search ? null : filter.month, after };
  return withWorkspace(workspaceId, async (tx) => {
    const now = await appNow(tx);
    const ids = await (search ? findIds(tx, { ordered, search, most: size + 1 }) : firstIds(tx, ordered, size + 1));
    const rows = await selectCalls(tx, timeZone)
      .where(and(eq(calls.workspaceId, workspaceId), sql`${calls.id} = any(${`{${ids.slice(0, size)}}`}::uuid[])`))
      .orderBy(desc(calls.startedAt), desc(calls.id));
    const shown = rows.map((row) => toCallRow(row, { timeZone, now }));
    const end = ids.length > size ? shown.at(-1) : undefined;
    return { now, rows: shown, next: end ? encodeCursor({ at: end.startedAt, id: end.id }) : null };
  });
}

/** How many calls each tab holds in the month, up to one more than `COUNTED`. */
export function countCalls(workspaceId: string, month: CallFilter["month"]): Promise<Record<CallView, number>> {
  const count = (view: CallView) => countOf({ workspaceId, view, month, after: null }, COUNTED + 1);
  return withWorkspace(workspaceId, async (tx) => {
    const [counts] = await tx.execute<Record<CallView, number>>(sql`
      select ${count("all")} as "all", ${count("texted")} as texted, ${count("not_texted")} as not_texted,
        ${count("answered")} as answered`);
    if (!counts) throw new Error("A count is a row");
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

async function firstIds(tx: Tx, ordered: Ordered, most: number): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(callsInOrder(ordered, most));
  return rows.map(({ id }) => id);
}

type Asked = { ordered: Ordered; search: SearchPatterns; most: number };

async function findIds(tx: Tx, { ordered, search, most }: Asked): Promise<string[]> {
  const { words, digits } = search;
  const [read] = await tx.execute<{ seen: number; ids: string }>(sql`
    with read as materialized (${callsInOrder(ordered, READ_IN_ORDER)})
    select (select count(*)::int from read) as seen, array_to_string(array(
      select r.id from read r left join lateral (
        -- Lead by lead: without an offset these few would be joined to all the leads there are.
        select l.name from ${leads} l
        where l.workspace_id = ${ordered.workspaceId} and l.caller_e164 = r.caller_e164 offset 0
      ) l on true
      where l.name ilike ${words} or r.caller_e164 like ${digits}
      order by r.started_at desc, r.id desc limit ${most}
    ), ',') as ids`);
  const hits = read?.ids ? read.ids.split(",") : [];
  if (hits.length >= most || !read || read.seen < READ_IN_ORDER) return hits;
  return foundIds(tx, { ordered, search, most });
}

/** By way of the indexes of words and digits: every call of the callers they find. */
async function foundIds(tx: Tx, { ordered, search, most }: Asked): Promise<string[]> {
  const { workspaceId, view, reason, after } = ordered;
  const rows = await tx
    .select({ id: calls.id })
    .from(calls)
    .leftJoin(recoveries, and(eq(recoveries.workspaceId, calls.workspaceId), eq(recoveries.callId, calls.id)))
    .where(
      and(
        eq(calls.workspaceId, workspaceId),
        sql`${calls.callerE164} in (${callersFound(workspaceId, search, "names")})`,
        inView(view),
        reason ? eq(recoveries.reason, reason) : undefined,
        after
          ? sql`(${calls.startedAt}, ${calls.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(calls.startedAt), desc(calls.id))
    .limit(most);
  return rows.map(({ id }) => id);
}

function inView(view: CallView): SQL | undefined {
  if (view === "all") return undefined;
  return view === "answered" ? inArray(calls.state, ANSWERED) : inArray(recoveries.state, STATES[view]);
}
