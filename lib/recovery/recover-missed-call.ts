import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Outcome, Reason, RecoveryState } from "@/db/enums";
import { callerSlots, calls, recoveries } from "@/db/schema/calls";
import { consentRecords } from "@/db/schema/consent";
import type { Tx } from "@/db/tenant";
import { reserveUsage } from "@/lib/billing/record-usage";
import { CENTS_PER_SEGMENT } from "@/lib/conversations/opening-outcome";
import { queueMessage } from "@/lib/conversations/queue-message";
import { measureText } from "@/lib/conversations/segments";
import { lockSlot } from "@/lib/leads/caller-slot";
import { findLeadOf, upsertLead } from "@/lib/leads/upsert-lead";
import { type Decision, decide, KEEPS_LEAD } from "./decide";
import type { Facts } from "./facts";
import { type Call, gatherFacts, type Question, withExactUsage } from "./gather-facts";
import type { Line } from "./line";
import { TOO_LATE_MINUTES } from "./rules";
import { renderNotice, renderTextBack } from "./text-back";

export type Missed = {
  tx: Tx;
  line: Line;
  /** Locked by whoever calls, and final. */
  call: Call;
  outcome: Exclude<Outcome, "answered" | "failed">;
  now: Date;
  /** Given when a held text's time has come: the call is then decided anew. */
  heldUntil?: Date;
};

export type Recovered = { recoveryId: string; state: RecoveryState; reason: Reason | null };

/**
 * Decides a final missed call, once: writes its one recovery with reason, trace and facts, makes or touches the lead, and
 * puts the opening text into the outbox. A call that is decided already keeps its decision.
 */
export async function recoverMissedCall(missed: Missed): Promise<Recovered> {
  const { tx, line, call, outcome, now, heldUntil = null } = missed;
  const workspaceId = line.workspace.id;
  if (call.callerE164) await lockSlot(tx, workspaceId, call.callerE164);
  const earlier = await findRecovery(tx, workspaceId, call.id);
  if (earlier && !(earlier.state === "held" && heldUntil)) return earlier;

  const { facts, decision } = await judge({ tx, line, call, outcome, heldUntil, now });
  const leadId = await leadFor(missed, decision);
  const texting = decision.verdict === "text" && leadId !== null && call.callerE164 !== null;
  const recoveryId = earlier?.recoveryId ?? randomUUID();
  const messageId = texting ? randomUUID() : null;
  const row = {
    workspaceId,
    id: recoveryId,
    callId: call.id,
    callStartedAt: call.startedAt,
    leadId,
    callerE164: call.callerE164,
    messageId,
    state: stateOf(decision),
    reason: decision.reason,
    trace: decision.trace,
    facts: facts as unknown as Record<string, unknown>,
    heldUntil: decision.verdict === "hold" ? decision.until : null,
    decidedAt: now,
  };
  await tx
    .insert(recoveries)
    .values(row)
    .onConflictDoUpdate({ target: [recoveries.workspaceId, recoveries.callId], set: row });
  if (messageId && leadId && call.callerE164) {
    await stageOpening({ missed, facts, recoveryId, messageId, leadId, callerE164: call.callerE164 });
  }
  return { recoveryId, state: row.state, reason: row.reason };
}

async function judge(question: Question): Promise<{ facts: Facts; decision: Decision }> {
  const seen = await gatherFacts(question);
  const first = decide(seen);
  if (first.verdict !== "text") return { facts: seen, decision: first };
  const facts = await withExactUsage(seen, question);
  return { facts, decision: decide(facts) };
}

/** The words of the opening as this line would send them now. */
export function openingFor(line: Line, callerName: string | null): string {
  return renderTextBack(line.settings.template, { business: line.workspace.name, callerName });
}

async function findRecovery(tx: Tx, workspaceId: string, callId: string): Promise<Recovered | undefined> {
  const [row] = await tx
    .select({ recoveryId: recoveries.id, state: recoveries.state, reason: recoveries.reason })
    .from(recoveries)
    .where(and(eq(recoveries.workspaceId, workspaceId), eq(recoveries.callId, callId)));
  return row;
}

function stateOf(decision: Decision): RecoveryState {
  const states = { text: "texting", skip: "skipped", hold: "held" } as const;
  return states[decision.verdict];
}

/** A second leg is no call of its own, and nothing that a blocked caller does touches their lead. */
const LEAVES_LEAD: readonly (Reason | null)[] = ["already_processed", "blocked"];

/** The caller's lead, made where this kind of call makes one; otherwise a known caller's call joins theirs. */
async function leadFor({ tx, line, call, now }: Missed, decision: Decision): Promise<string | null> {
  const { callerE164 } = call;
  if (!callerE164 || LEAVES_LEAD.includes(decision.reason)) return null;
  const workspaceId = line.workspace.id;
  const makes = decision.reason === null || KEEPS_LEAD[decision.reason];
  if (!makes && !(await findLeadOf(tx, workspaceId, callerE164))) return null;
  const leadId = await upsertLead({
    tx,
    workspaceId,
    callerE164,
    source: "missed_call",
    call: { id: call.id, at: call.startedAt, missed: true },
    now,
  });
  await tx
    .update(calls)
    .set({ leadId })
    .where(and(eq(calls.workspaceId, workspaceId), eq(calls.id, call.id)));
  return leadId;
}

type Opening = {
  missed: Missed;
  facts: Facts;
  recoveryId: string;
  messageId: string;
  leadId: string;
  callerE164: string;
};

async function stageOpening({ missed, facts, recoveryId, messageId, leadId, callerE164 }: Opening): Promise<void> {
  const { tx, line, call, now, heldUntil } = missed;
  const workspaceId = line.workspace.id;
  const body = openingFor(line, facts.caller.name);
  const ageFrom = heldUntil ?? facts.call.endedAt;
  await queueMessage({
    tx,
    workspaceId,
    id: messageId,
    leadId,
    numberId: line.number.id,
    recoveryId,
    purpose: "text_back",
    author: "automatic",
    from: line.number.e164,
    to: callerE164,
    body,
    expiresAt: new Date(ageFrom.getTime() + TOO_LATE_MINUTES * 60_000),
    now,
  });
  await tx
    .update(callerSlots)
    .set({ pendingMessageId: messageId })
    .where(and(eq(callerSlots.workspaceId, workspaceId), eq(callerSlots.callerE164, callerE164)));
  await reserveUsage({
    tx,
    workspaceId,
    callerE164,
    now,
    anchorAt: line.subscription.anchorAt,
    isNewCallerThisMonth: !facts.plan.callerAlreadyCounted,
    cents: measureText(body).segments * CENTS_PER_SEGMENT,
  });
  await tx.insert(consentRecords).values({
    workspaceId,
    callerE164,
    basis: call.noticeStartedAt
      ? "notice_played"
      : facts.conversation.lastExchangeAt
        ? "caller_texted_first"
        : "public_notice_attested",
    callId: call.id,
    messageId,
    noticeVersion: call.noticeStartedAt ? line.settings.noticeVersion : null,
    noticeWords: call.noticeStartedAt ? renderNotice(line.settings.notice, { business: line.workspace.name }) : null,
    createdAt: now,
  });
}
