import { and, asc, eq, gt, inArray, isNull, lte, ne, or, sql } from "drizzle-orm";
import { callerSlots, calls } from "@/db/schema/calls";
import { leads } from "@/db/schema/leads";
import { numbers } from "@/db/schema/phone";
import type { Tx } from "@/db/tenant";
import { readCaller } from "@/lib/phone/caller-id";
import { parsePhone } from "@/lib/phone/e164";
import { recordForwardedCall } from "@/lib/phone/verify-forwarding";
import type { Call } from "../gather-facts";
import { type Line, readLine, ringable } from "../line";

/** A second leg that loops back arrives while the first still rings; this much later it is a call of its own. */
const LOOP_MARGIN_SECONDS = 15;

export type Arrival = {
  tx: Tx;
  line: Line;
  sid: string;
  from: string;
  forwardedFrom: string | null;
  verstat: "passed" | "failed" | "none";
  startedAt: Date;
  /** The first we hear of the call is its end: nobody's phone was rung. */
  ended: boolean;
};

type Placed = { line: Line; call: Call };

/** The call's row, locked; written now when this is the first we hear of it. With the line as the call has left it. */
export async function findOrCreateCall(arrival: Arrival): Promise<Placed> {
  const { tx, line, sid } = arrival;
  const known = await lockCall(tx, line.workspace.id, sid);
  if (known) return { line, call: known };
  const caller = readCaller(arrival.from);
  const callerE164 = caller.kind === "phone" ? caller.e164 : null;
  const ownCaller = callerE164 !== null && (await isOwn(tx, line.workspace.id, callerE164));
  const secondLegOf = callerE164 && (await findFirstLeg(arrival, { callerE164, ownCaller }));
  const [call] = await tx
    .insert(calls)
    .values({
      workspaceId: line.workspace.id,
      numberId: line.number.id,
      providerSid: sid,
      callerE164,
      callerKind: caller.kind,
      forwardedFrom: arrival.forwardedFrom,
      verstat: arrival.verstat,
      // Answering one of our own numbers would make our own leg look answered.
      route: secondLegOf || ownCaller ? "reject" : await routeOf(arrival, callerE164),
      secondLegOf,
      startedAt: arrival.startedAt,
    })
    .onConflictDoNothing({ target: [calls.workspaceId, calls.providerSid] })
    .returning();
  if (!call) return { line, call: written(await lockCall(tx, line.workspace.id, sid)) };
  const said = await recordForwardedCall({
    tx,
    workspaceId: line.workspace.id,
    numberId: line.number.id,
    callId: call.id,
    from: arrival.from,
    forwardedFrom: arrival.forwardedFrom,
    now: arrival.startedAt,
  });
  // The very call that proves the forwarding is the first to count on it.
  return { line: said === "proved" ? await readLine(tx, line.workspace.id, line.number.id) : line, call };
}

/** The call's row, locked until the transaction ends: first in the lock order. */
export async function lockCall(tx: Tx, workspaceId: string, sid: string): Promise<Call | undefined> {
  const [call] = await tx
    .select()
    .from(calls)
    .where(and(eq(calls.workspaceId, workspaceId), eq(calls.providerSid, sid)))
    .for("update");
  return call;
}

function written(call: Call | undefined): Call {
  if (!call) throw new Error("A call was neither written nor found");
  return call;
}

async function isOwn(tx: Tx, workspaceId: string, e164: string): Promise<boolean> {
  const own = await tx
    .select({ id: numbers.id })
    .from(numbers)
    .where(and(eq(numbers.workspaceId, workspaceId), eq(numbers.e164, e164), ne(numbers.state, "released")));
  return own.length > 0;
}

type From = { callerE164: string; ownCaller: boolean };

/** The call of ours this one is a second leg of: from one of our own numbers, or from a caller who is still ringing us. */
async function findFirstLeg({ tx, line, startedAt }: Arrival, { callerE164, ownCaller }: From): Promise<string | null> {
  const workspaceId = line.workspace.id;
  const rounds = line.number.ringStrategy === "sequential" ? Math.max(1, line.phones.length) : 1;
  const stillRinging = new Date(startedAt.getTime() - (line.number.ringSeconds * rounds + LOOP_MARGIN_SECONDS) * 1000);
  const [first] = await tx
    .select({ id: calls.id })
    .from(calls)
    .where(
      and(
        eq(calls.workspaceId, workspaceId),
        isNull(calls.endedAt),
        isNull(calls.acceptedAt),
        gt(calls.startedAt, stillRinging),
        // A call that the sweeper finds late is no second leg of one that came after it.
        lte(calls.startedAt, startedAt),
        ownCaller ? eq(calls.route, "ring") : eq(calls.callerE164, callerE164),
        inArray(calls.leg, ["ringing", "in_progress"]),
      ),
    )
    .orderBy(asc(calls.startedAt))
    .limit(1);
  return first?.id ?? null;
}

/** Product section 4: what happens to a call on this line. */
async function routeOf({ tx, line, forwardedFrom, ended }: Arrival, callerE164: string | null): Promise<Call["route"]> {
  if (ended || ringable(line).length === 0) return "miss";
  if (line.number.mode === "direct") return "ring";
  const forwarder = forwardedFrom === null ? null : parsePhone(forwardedFrom);
  if (forwarder?.ok && forwarder.e164 === line.number.businessLineE164) return "miss";
  return callerE164 !== null && (await wereTexted(tx, line.workspace.id, callerE164)) ? "ring" : "miss";
}

/** Somebody we have texted is calling back the number that texted them. */
async function wereTexted(tx: Tx, workspaceId: string, callerE164: string): Promise<boolean> {
  const [row] = await tx
    .select({ one: sql`1` })
    .from(callerSlots)
    .leftJoin(leads, and(eq(leads.workspaceId, callerSlots.workspaceId), eq(leads.callerE164, callerSlots.callerE164)))
    .where(
      and(
        eq(callerSlots.workspaceId, workspaceId),
        eq(callerSlots.callerE164, callerE164),
        or(sql`${callerSlots.lastOpeningAt} is not null`, sql`${leads.lastOutboundAt} is not null`),
      ),
    );
  return row !== undefined;
}
