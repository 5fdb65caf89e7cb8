import { and, asc, eq } from "drizzle-orm";
import type { Exclusion } from "@/db/enums";
import { calls, recoveries, type TraceEntry, webhooks } from "@/db/schema/calls";
import { messages } from "@/db/schema/leads";
import { type Tx, withWorkspace } from "@/db/tenant";
import { appNow } from "../clock";
import { findExclusion } from "../leads/block-caller";
import { isUuid } from "../leads/uuid";
import { type CallRow, selectCalls, toCallRow } from "./queries-rows";

export type CallDetails = CallRow & {
  trace: TraceEntry[];
  now: Date;
  /** How long after the end of the call it was decided; null for one that needed no decision, or was decided anew. */
  decidedInMs: number | null;
  /** What the caller's number is now, whatever it was then. */
  exclusion: Exclusion | null;
  support: Support;
};

/** For support: what the carrier told us and when. Never what it sent: that holds more than is ours to show. */
export type Support = {
  callId: string;
  callSid: string;
  messageSid: string | null;
  verstat: string;
  forwardedFrom: string | null;
  /** The facts as stored, group by group. */
  facts: Record<string, unknown> | null;
  webhooks: { kind: string; status: string; at: Date }[];
};

type Which = { workspaceId: string; callId: string; timeZone: string };

/** One call with why it was or was not texted; null when this workspace has no such call. */
export async function findCall({ workspaceId, callId, timeZone }: Which): Promise<CallDetails | null> {
  if (!isUuid(callId)) return null;
  return withWorkspace(workspaceId, async (tx) => {
    const [row] = await selectCalls(tx, timeZone).where(and(eq(calls.workspaceId, workspaceId), eq(calls.id, callId)));
    if (!row) return null;
    const now = await appNow(tx);
    const call = toCallRow(row, { timeZone, now });
    const support = await readSupport(tx, workspaceId, callId);
    return {
      ...call,
      now,
      trace: support.trace,
      decidedInMs:
        row.heldUntil || !support.decidedAt || !row.endedAt
          ? null
          : support.decidedAt.getTime() - row.endedAt.getTime(),
      exclusion: call.callerE164 ? await findExclusion(tx, workspaceId, call.callerE164) : null,
      support: support.shown,
    };
  });
}

async function readSupport(tx: Tx, workspaceId: string, callId: string) {
  const [row] = await tx
    .select({
      callSid: calls.providerSid,
      verstat: calls.verstat,
      forwardedFrom: calls.forwardedFrom,
      messageSid: messages.providerSid,
      facts: recoveries.facts,
      trace: recoveries.trace,
      decidedAt: recoveries.decidedAt,
    })
    .from(calls)
    .leftJoin(recoveries, and(eq(recoveries.workspaceId, calls.workspaceId), eq(recoveries.callId, calls.id)))
    .leftJoin(messages, and(eq(messages.workspaceId, recoveries.workspaceId), eq(messages.id, recoveries.messageId)))
    .where(and(eq(calls.workspaceId, workspaceId), eq(calls.id, callId)));
  if (!row) throw new Error("A call vanished while it was being read");
  const heard = await tx
    .select({ kind: webhooks.kind, status: webhooks.status, at: webhooks.createdAt })
    .from(webhooks)
    .where(and(eq(webhooks.workspaceId, workspaceId), eq(webhooks.providerSid, row.callSid)))
    .orderBy(asc(webhooks.createdAt), asc(webhooks.id))
    .limit(50);
  const { callSid, messageSid, verstat, forwardedFrom, facts, trace, decidedAt } = row;
  const shown: Support = { callId, callSid, messageSid, verstat, forwardedFrom, facts, webhooks: heard };
  return { shown, trace: trace ?? [], decidedAt };
}
