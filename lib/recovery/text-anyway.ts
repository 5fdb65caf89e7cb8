import { and, eq } from "drizzle-orm";
import type { RecoveryState } from "@/db/enums";
import { callerSlots, calls, recoveries } from "@/db/schema/calls";
import { consentRecords } from "@/db/schema/consent";
import { leads } from "@/db/schema/leads";
import { type Tx, withWorkspace } from "@/db/tenant";
import { reservePersonText } from "@/lib/billing/person-texts";
import { announce, wakeOutbox } from "@/lib/changes";
import { appNow } from "@/lib/clock";
import { gatherGateFacts } from "@/lib/conversations/gate-facts";
import { lockMember } from "@/lib/conversations/lock-member";
import { queueMessage } from "@/lib/conversations/queue-message";
import { measureText, straighten } from "@/lib/conversations/segments";
import { NotFound } from "@/lib/errors";
import { lockSlot } from "@/lib/leads/caller-slot";
import { upsertLead } from "@/lib/leads/upsert-lead";
import { REASON_WORDS } from "./explain-reasons";
import { passGate } from "./gate";
import { gateWords } from "./gate-words";
import { type Line, openingFor, readLine } from "./line";
import { TOO_LATE_MINUTES } from "./rules";

export type TextAnyway = { workspaceId: string; userId: string; callId: string };
type Answer = { ok: true } | { ok: false; words: string };
const refuse = (words: string): Answer => ({ ok: false, words });

/**
 * Sends the opening by a person's decision, and records it as theirs. Plans, waits and hours do not stop a person; the
 * rest of the gate does.
 * @throws NotFound for a call that is not of this workspace.
 */
export async function textAnyway({ workspaceId, userId, callId }: TextAnyway): Promise<Answer> {
  const answer = await withWorkspace(workspaceId, async (tx) => {
    const [call] = await tx
      .select()
      .from(calls)
      .where(and(eq(calls.workspaceId, workspaceId), eq(calls.id, callId)))
      .for("update");
    if (!call) throw new NotFound("The call");
    if (!call.callerE164) return refuse("This caller has no number to text.");
    await lockSlot(tx, workspaceId, call.callerE164);
    const line = await readLine(tx, workspaceId, call.numberId);
    await lockMember(tx, { workspaceId, userId });
    const now = await appNow(tx);
    const body = openingFor(line, await nameOf(tx, workspaceId, call.callerE164));
    const { facts } = await gatherGateFacts({
      tx,
      ...{ workspaceId, userId, callerE164: call.callerE164, purpose: "text_anyway", now },
      numberState: line.number.state,
      segments: measureText(straighten(body)).segments,
    });
    const refusal = passGate(facts);
    if (refusal) return refuse(gateWords(refusal).words);
    const words = await whyNotOverrule(tx, workspaceId, callId);
    if (words) return refuse(words);
    const [slot] = await tx
      .select({ pending: callerSlots.pendingMessageId })
      .from(callerSlots)
      .where(and(eq(callerSlots.workspaceId, workspaceId), eq(callerSlots.callerE164, call.callerE164)));
    if (slot?.pending) return refuse("A text to them is on its way.");
    const { textCents: cents, dailySpendCapCents: capCents } = facts.limits;
    if (!(await reservePersonText({ tx, workspaceId, now, cents, capCents }))) {
      return refuse(gateWords({ check: "limits", reason: "rate_capped", cap: "spending" }).words);
    }
    await stage({ tx, line, call: { ...call, callerE164: call.callerE164 }, userId, body, now });
    return { ok: true } as const;
  });
  if (answer.ok) {
    await announce(workspaceId, { kind: "call", id: callId });
    await wakeOutbox();
  }
  return answer;
}

const OPEN_STATES: readonly RecoveryState[] = ["skipped", "held", "failed"];

/** Only the reasons whose remedy says so: a landline stays one, and a second leg has its first. */
async function whyNotOverrule(tx: Tx, workspaceId: string, callId: string): Promise<string | null> {
  const [recovery] = await tx
    .select({ reason: recoveries.reason, state: recoveries.state })
    .from(recoveries)
    .where(and(eq(recoveries.workspaceId, workspaceId), eq(recoveries.callId, callId)));
  if (recovery?.reason && !REASON_WORDS[recovery.reason].remedies.some(({ kind }) => kind === "text_anyway")) {
    return "This call is not one to text about.";
  }
  return recovery && OPEN_STATES.includes(recovery.state) ? null : "They were texted about this call already.";
}

async function nameOf(tx: Tx, workspaceId: string, callerE164: string): Promise<string | null> {
  const [lead] = await tx
    .select({ name: leads.name })
    .from(leads)
    .where(and(eq(leads.workspaceId, workspaceId), eq(leads.callerE164, callerE164)));
  return lead?.name ?? null;
}

type Staging = {
  tx: Tx;
  line: Line;
  call: typeof calls.$inferSelect & { callerE164: string };
  userId: string;
  body: string;
  now: Date;
};

async function stage({ tx, line, call, userId, body, now }: Staging): Promise<void> {
  const { workspaceId, id: callId, callerE164 } = call;
  const [recovery] = await tx
    .update(recoveries)
    .set({ state: "texting", reason: null, decidedBy: userId, decidedAt: now, heldUntil: null, errorCode: null })
    .where(and(eq(recoveries.workspaceId, workspaceId), eq(recoveries.callId, callId)))
    .returning({ id: recoveries.id });
  if (!recovery) throw new Error("A call lost its recovery while a person decided on it");
  const touch = { id: callId, at: call.startedAt, missed: true };
  const leadId = await upsertLead({ tx, workspaceId, callerE164, source: "missed_call", call: touch, now });
  await tx
    .update(calls)
    .set({ leadId })
    .where(and(eq(calls.workspaceId, workspaceId), eq(calls.id, callId)));
  const messageId = await queueMessage({
    tx,
    workspaceId,
    leadId,
    numberId: line.number.id,
    recoveryId: recovery.id,
    purpose: "text_back",
    author: "member",
    authorUserId: userId,
    from: line.number.e164,
    to: callerE164,
    body,
    expiresAt: new Date(now.getTime() + TOO_LATE_MINUTES * 60_000),
    now,
  });
  await tx
    .update(recoveries)
    .set({ messageId, leadId })
    .where(and(eq(recoveries.workspaceId, workspaceId), eq(recoveries.id, recovery.id)));
  await tx
    .update(callerSlots)
    .set({ pendingMessageId: messageId })
    .where(and(eq(callerSlots.workspaceId, workspaceId), eq(callerSlots.callerE164, callerE164)));
  await tx
    .insert(consentRecords)
    .values({ workspaceId, callerE164, basis: "person_decided", callId, messageId, createdAt: now });
}
