import { inArray, type SQL, sql } from "drizzle-orm";
import type { CallState, Reason, RecoveryState } from "@/db/enums";
import { calls, recoveries } from "@/db/schema/calls";
import type { Cursor } from "../leads/cursor";
import type { CallView } from "./call-views";

/** Which calls, in the order of the list: newest first. */
export type Ordered = {
  workspaceId: string;
  view: CallView;
  reason?: Reason;
  /** `to` is not included; null for all times. */
  month: { from: Date; to: Date } | null;
  after: Cursor | null;
};

export const ANSWERED: CallState[] = ["answered", "voice_ai"];
const TEXTED: RecoveryState[] = ["texting", "texted", "unconfirmed"];
const NOT_TEXTED: RecoveryState[] = ["held", "skipped", "failed"];

/** The states of the recovery whose calls stand under a tab. */
export const STATES = { texted: TEXTED, not_texted: NOT_TEXTED } satisfies Partial<Record<CallView, RecoveryState[]>>;

/** The first `most` calls, as `started_at`, `id` and `caller_e164`. */
export function callsInOrder(ordered: Ordered, most: number): SQL {
  const runs = runsOf(ordered).map(
    ({ at, id, caller, from, where }) => sql`(select ${at} as started_at, ${id} as id, ${caller} as caller_e164
      from ${from} where ${where} order by ${at} desc, ${id} desc limit ${most})`,
  );
  return sql`select started_at, id, caller_e164 from (${sql.join(runs, sql` union all `)}) runs
    order by started_at desc, id desc limit ${most}`;
}

/** How many there are, up to `most`. */
export function countOf(ordered: Ordered, most: number): SQL {
  const runs = runsOf(ordered).map(({ from, where }) => sql`(select 1 from ${from} where ${where} limit ${most})`);
  return sql`(select least(count(*), ${most})::int from (${sql.join(runs, sql` union all `)}) runs)`;
}

type Run = { at: SQL; id: SQL; caller: SQL; from: SQL; where: SQL };

/** Each is one run through an index that has its calls in their order, so that none is read which is not wanted. */
function runsOf({ workspaceId, view, reason, month, after }: Ordered): Run[] {
  const run = (table: Pick<Run, "at" | "id" | "caller" | "from">, ...where: SQL[]): Run => {
    const { at, id } = table;
    if (month) where.push(sql`${at} >= ${time(month.from)} and ${at} < ${time(month.to)}`);
    if (after) where.push(sql`(${at}, ${id}) < (${time(after.at)}, ${after.id}::uuid)`);
    return { ...table, where: sql.join(where, sql` and `) };
  };
  const call = (...where: SQL[]) => run(CALLS, sql`${calls.workspaceId} = ${workspaceId}`, ...where);
  const recovery = (...where: SQL[]) => run(RECOVERIES, sql`${recoveries.workspaceId} = ${workspaceId}`, ...where);
  if (reason) {
    const within = ofView(view, workspaceId);
    return [recovery(sql`${recoveries.reason} = ${reason}`, ...(within ? [within] : []))];
  }
  if (view === "all") return [call()];
  if (view === "answered") return ANSWERED.map((state) => call(sql`${calls.state} = ${state}`));
  return STATES[view].map((state) => recovery(sql`${recoveries.state} = ${state}`));
}

const CALLS = {
  at: sql`${calls.startedAt}`,
  id: sql`${calls.id}`,
  caller: sql`${calls.callerE164}`,
  from: sql`${calls}`,
};

/** A recovery has its call's moment and caller, so that its own indexes serve the list. */
const RECOVERIES = {
  at: sql`${recoveries.callStartedAt}`,
  id: sql`${recoveries.callId}`,
  caller: sql`${recoveries.callerE164}`,
  from: sql`${recoveries}`,
};

function ofView(view: CallView, workspaceId: string): SQL | undefined {
  if (view === "all") return undefined;
  if (view !== "answered") return inArray(recoveries.state, STATES[view]);
  return sql`exists (select 1 from ${calls} where ${calls.workspaceId} = ${workspaceId}
    and ${calls.id} = ${recoveries.callId} and ${inArray(calls.state, ANSWERED)})`;
}

const time = (at: Date) => sql`${at.toISOString()}::timestamptz`;
