import { randomUUID } from "node:crypto";
import { renumbered, rowOf } from "@/db/rows";
import { calls } from "@/db/schema/calls";
import { run, type Statement, type Tx } from "@/db/tenant";
import { readCaller } from "@/lib/phone/caller-id";
import { parsePhone } from "@/lib/phone/e164";
import { recordForwardedCall } from "@/lib/phone/verify-forwarding";
import type { Call } from "../gather-facts";
import { type Line, readLine, ringable } from "../line";
import { reserveRinging } from "./ring-cost";
import type { Found } from "./save-call";

/** A second leg that loops back arrives while the first still rings; this much later it is a call of its own. */
const LOOP_MARGIN_SECONDS = 15;

type Arrival = {
  tx: Tx;
  workspaceId: string;
  numberId: string;
  sid: string;
  from: string;
  forwardedFrom: string | null;
  verstat: "passed" | "failed" | "none";
  startedAt: Date;
  /** The first we hear of the call is its end: nobody's phone was rung. */
  ended: boolean;
};

type Placed = Found & { line: Line };

/** The call's row, locked; or a new call, when this is the first we hear of it. With the line as the call leaves it. */
export async function findOrCreateCall(arrival: Arrival & { line: Line }): Promise<Placed> {
  const { tx, line, workspaceId, sid } = arrival;
  const around = aroundOf(arrival, 1);
  const [known, [row]] = await Promise.all([
    lockCall(tx, workspaceId, sid),
    run<{ around: Around }>(tx, `select ${around.text} as around`, around.values),
  ]);
  if (known) return { line, call: known, isNew: false };
  if (!row) throw new Error("A select brought no row");
  return newCall({ ...arrival, around: row.around });
}

/**
 * A call nobody has told us of before. Its row is written when it is known what becomes of it; another webhook may
 * be first, see `againWhenOvertaken`.
 */
export async function newCall(arrival: Arrival & { line: Line; around: Around }): Promise<Placed> {
  const { tx, line, around, workspaceId, numberId, sid, forwardedFrom } = arrival;
  const caller = readCaller(arrival.from);
  const route = around.firstLeg || around.ownCaller ? "reject" : routeOf(arrival, around);
  const ringMills = route === "ring" ? await reserveRinging({ tx, line, at: arrival.startedAt }) : null;
  const notRung = route === "ring" && ringMills === null ? ("ring_ceiling" as const) : null;
  const call: Call = {
    ...UNTOUCHED,
    workspaceId,
    id: randomUUID(),
    numberId,
    providerSid: sid,
    callerE164: caller.kind === "phone" ? caller.e164 : null,
    callerKind: caller.kind,
    forwardedFrom,
    verstat: arrival.verstat,
    // Answering one of our own numbers would make our own leg look answered.
    route: notRung ? "miss" : route,
    ringMills,
    notRung,
    secondLegOf: around.firstLeg,
    startedAt: arrival.startedAt,
  };
  const said = await recordForwardedCall({
    tx,
    number: line.number,
    callId: call.id,
    from: arrival.from,
    forwardedFrom,
    now: arrival.startedAt,
  });
  // The very call that proves the forwarding is the first to count on it.
  return { line: said === "proved" ? await readLine(tx, workspaceId, numberId) : line, call, isNew: true };
}

/** What a call is before anything has happened on it. */
const UNTOUCHED = {
  state: "ringing",
  leadId: null,
  leg: "ringing",
  dialStatus: null,
  dialBridged: null,
  notice: "none",
  machineAnswered: false,
  acceptedBy: null,
  acceptedAt: null,
  noticeStartedAt: null,
  declinedAt: null,
  endedAt: null,
  rangSeconds: null,
  talkSeconds: null,
  callerHungUp: false,
  hungUpAt: null,
  decideAt: null,
} as const;

/** The call's row, locked until the transaction ends: first in the lock order. */
async function lockCall(tx: Tx, workspaceId: string, sid: string): Promise<Call | undefined> {
  const [row] = await run<Row>(tx, LOCK_CALL, [workspaceId, sid]);
  return row && rowOf(calls, row.call);
}

type Row = { call: Record<string, unknown> };

const LOCK_CALL =
  "select to_jsonb(c) as call from calls c where c.workspace_id = $1 and c.provider_sid = $2 for update";

export type Around = {
  /** The caller is one of our own numbers. */
  ownCaller: boolean;
  /** The call of ours this one is a second leg of: from one of our own numbers, or from a caller who still rings us. */
  firstLeg: string | null;
  /** Somebody we have texted, who calls back the number that texted them. */
  wereTexted: boolean;
};

export type Asking = Pick<Arrival, "workspaceId" | "numberId" | "from" | "startedAt">;

/**
 * What a new call's route depends on, besides its line: a value for a select of somebody else's.
 * @param first the number its first parameter has there
 */
export function aroundOf({ workspaceId, numberId, from, startedAt }: Asking, first: number): Statement {
  const caller = readCaller(from);
  const callerE164 = caller.kind === "phone" ? caller.e164 : null;
  return {
    text: renumbered(AROUND, first - 1),
    values: [workspaceId, numberId, callerE164, startedAt.toISOString(), LOOP_MARGIN_SECONDS],
  };
}

// A call that the sweeper finds late is no second leg of one that came after it: hence the upper bound.
const AROUND = `(
  with line as (
    select n.ring_seconds * case when n.ring_strategy = 'sequential' then greatest(1, (
        select count(*) from ring_phones p where p.workspace_id = n.workspace_id and p.number_id = n.id)) else 1 end
      + $5::integer as seconds,
      exists (select 1 from numbers own where own.workspace_id = n.workspace_id and own.state <> 'released'
        and own.e164 = $3::text) as own_caller
    from numbers n where n.workspace_id = $1::uuid and n.id = $2::uuid
  )
  select jsonb_build_object(
    'ownCaller', line.own_caller,
    'firstLeg', (select c.id from calls c
      where c.workspace_id = $1::uuid and c.ended_at is null and c.accepted_at is null
        and c.started_at > $4::timestamptz - line.seconds * interval '1 second' and c.started_at <= $4::timestamptz
        and c.leg in ('ringing', 'in_progress')
        and case when line.own_caller then c.route = 'ring' else c.caller_e164 = $3::text end
      order by c.started_at limit 1),
    'wereTexted', exists (select 1 from caller_slots s
      left join leads l on l.workspace_id = s.workspace_id and l.caller_e164 = s.caller_e164
      where s.workspace_id = $1::uuid and s.caller_e164 = $3::text
        and (s.last_opening_at is not null or l.last_outbound_at is not null)))
  from line)`;

/** Product section 4: what happens to a call on this line. */
function routeOf({ line, forwardedFrom, ended }: Arrival & { line: Line }, { wereTexted }: Around): Call["route"] {
  if (ended || line.workspace.suspendedAt !== null || ringable(line).length === 0) return "miss";
  if (line.number.mode === "direct") return "ring";
  const forwarder = forwardedFrom === null ? null : parsePhone(forwardedFrom);
  if (forwarder?.ok && forwarder.e164 === line.number.businessLineE164) return "miss";
  return wereTexted ? "ring" : "miss";
}
