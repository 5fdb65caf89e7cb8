import { and, eq, sql } from "drizzle-orm";
import { calls, recoveries } from "@/db/schema/calls";
import { lookUp, type Tx, withWorkspace } from "@/db/tenant";
import { announce, wakeOutbox } from "@/lib/changes";
import { appNow } from "@/lib/clock";
import { log } from "@/lib/log";
import type { Call } from "./gather-facts";
import { saveCall } from "./intake/save-call";
import { settleCall } from "./intake/settle-call";
import { readLine } from "./line";
import { recoverMissedCall } from "./recover-missed-call";

const MOST = 50;

type Due = { workspace_id: string; call_id: string };

/** Decides the calls whose better witness did not come in time. Says how many there were. */
export async function decideDueCalls(): Promise<number> {
  const due = await lookUp<Due>(sql`select * from due_calls(${MOST})`);
  for (const one of due) {
    await withCall(one, async (tx, call, now) => {
      if (!call.decideAt || call.endedAt) return;
      const line = await readLine(tx, call.workspaceId, call.numberId);
      await saveCall(
        tx,
        { call, isNew: false },
        await settleCall({ tx, line, call, witness: "status", waited: true, now }),
      );
    });
  }
  return due.length;
}

/** Held texts whose opening hour has come are decided anew, with the facts of now. */
export async function releaseHeld(): Promise<number> {
  const due = await lookUp<Due>(sql`select * from due_held(${MOST})`);
  for (const one of due) {
    await withCall(one, async (tx, call, now) => {
      const [held] = await tx
        .select({ until: recoveries.heldUntil })
        .from(recoveries)
        .where(
          and(
            eq(recoveries.workspaceId, call.workspaceId),
            eq(recoveries.callId, call.id),
            eq(recoveries.state, "held"),
          ),
        );
      if (!held?.until || held.until > now) return;
      const line = await readLine(tx, call.workspaceId, call.numberId);
      const outcome = call.state === "voicemail" || call.state === "voice_ai" ? call.state : "missed";
      const { leadId, writes } = await recoverMissedCall({ tx, line, call, outcome, now, heldUntil: held.until });
      await saveCall(tx, { call, isNew: false }, { call: { ...call, leadId: leadId ?? call.leadId }, writes });
    });
  }
  return due.length;
}

/** A call that cannot be decided must not keep the others waiting. */
async function withCall(due: Due, work: (tx: Tx, call: Call, now: Date) => Promise<void>): Promise<void> {
  try {
    await decideOne(due, work);
  } catch (error) {
    log.error("call.undecided", error, { workspace: due.workspace_id, call: due.call_id });
  }
}

async function decideOne(due: Due, work: (tx: Tx, call: Call, now: Date) => Promise<void>): Promise<void> {
  await withWorkspace(due.workspace_id, async (tx) => {
    const [call] = await tx
      .select()
      .from(calls)
      .where(and(eq(calls.workspaceId, due.workspace_id), eq(calls.id, due.call_id)))
      .for("update");
    if (call) await work(tx, call, await appNow(tx));
  });
  await announce(due.workspace_id, { kind: "call", id: due.call_id });
  await wakeOutbox();
}
