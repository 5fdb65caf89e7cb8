import { sql } from "drizzle-orm";
import { lookUp, withWorkspace } from "@/db/tenant";
import { announce, wakeOutbox } from "@/lib/changes";
import { appNow } from "@/lib/clock";
import type { CallProgress } from "@/lib/twilio/call-words";
import { OVER } from "../classify-call";
import type { Call } from "../gather-facts";
import { readLine } from "../line";
import { findOrCreateCall } from "./find-or-create-call";
import { furthest } from "./legs";
import { againWhenOvertaken, saveCall } from "./save-call";
import { settleCall } from "./settle-call";

export type SweptCall = {
  sid: string;
  from: string;
  to: string;
  state: CallProgress;
  forwardedFrom: string | null;
  startedAt: Date | null;
  endedAt: Date | null;
};

/**
 * The sweeper as a witness: a call the carrier knows to be over, decided as if its webhooks had come. True when its end was
 * not known here before.
 */
export async function recordSweptCall(swept: SweptCall): Promise<boolean> {
  if (!OVER.includes(swept.state)) return false;
  const recorded = await againWhenOvertaken(() => record(swept));
  if (!recorded) return false;
  await announce(recorded.workspaceId, { kind: "call", id: recorded.id });
  await wakeOutbox();
  return true;
}

/** Null when the call is nobody's here, or has ended already. */
async function record(swept: SweptCall): Promise<Call | null> {
  const [place] = await lookUp<{ workspace_id: string; number_id: string; ended: boolean }>(sql`
    select workspace_id, number_id, ended from (
      select 1 as place, workspace_id, number_id, ended from call_by_sid(${swept.sid})
      union all select 2, workspace_id, number_id, false from number_by_e164(${swept.to})
    ) found order by place limit 1`);
  if (!place || place.ended) return null;
  const workspaceId = place.workspace_id;
  return withWorkspace(workspaceId, async (tx) => {
    const now = await appNow(tx);
    const startedAt = swept.startedAt ?? now;
    const known = await readLine(tx, workspaceId, place.number_id);
    const { line, ...found } = await findOrCreateCall({
      ...{ ...swept, tx, workspaceId, numberId: place.number_id, line: known, startedAt },
      verstat: "none",
      ended: true,
    });
    if (found.call.endedAt) return null;
    const call = { ...found.call, leg: furthest(found.call.leg, swept.state) };
    const endedAt = swept.endedAt ?? now;
    await saveCall(tx, found, await settleCall({ tx, line, call, witness: "sweep", waited: true, endedAt, now }));
    return call;
  });
}
