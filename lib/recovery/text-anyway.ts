import { and, eq, inArray } from "drizzle-orm";
import { callerSlots, calls, recoveries } from "@/db/schema/calls";
import { consentRecords } from "@/db/schema/consent";
import { leads } from "@/db/schema/leads";
import { type Tx, withWorkspace } from "@/db/tenant";
import { announce, wakeOutbox } from "@/lib/changes";
import { appNow } from "@/lib/clock";
import { isOptedOut } from "@/lib/conversations/opt-out-caller";
import { queueMessage } from "@/lib/conversations/queue-message";
import { NotFound } from "@/lib/errors";
import { lockSlot } from "@/lib/leads/caller-slot";
import { upsertLead } from "@/lib/leads/upsert-lead";
import { type Line, readLine } from "./line";
import { openingFor } from "./recover-missed-call";
import { TOO_LATE_MINUTES } from "./rules";

export type TextAnyway = { workspaceId: string; userId: string; callId: string };
type Answer = { ok: true } | { ok: false; words: string };
const refuse = (words: string): Answer => ({ ok: false, words });

/**
 * Sends the opening by a person's decision, and records it as theirs. Plans, waits and hours do not stop a person; an
 * opt-out does.
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
    if (await isOptedOut(tx, workspaceId, call.callerE164)) {
      return refuse("They opted out. Only they can start texts again, by texting START.");
    }
    const line = await readLine(tx, workspaceId, call.numberId);
    if (line.number.state !== "active") return refuse("This number is no longer yours to text from.");
    const [slot] = await tx
      .select({ pending: callerSlots.pendingMessageId })
      .from(callerSlots)
      .where(and(eq(callerSlots.workspaceId, workspaceId), eq(callerSlots.callerE164, call.callerE164)));
    if (slot?.pending) return refuse("A text to them is on its way.");
    return stage({ tx, line, call: { ...call, callerE164: call.callerE164 }, userId });
  });
  if (answer.ok) {
    await announce(workspaceId, { kind: "call", id: callId });
    await wakeOutbox();
  }
  return answer;
}

type Staging = { tx: Tx; line: Line; call: typeof calls.$inferSelect & { callerE164: string }; userId: string };

async function stage({ tx, line, call, userId }: Staging): Promise<Answer> {
  const { workspaceId, id: callId, callerE164 } = call;
  const now = await appNow(tx);
  const [recovery] = await tx
    .update(recoveries)
    .set({ state: "texting", reason: null, decidedBy: userId, decidedAt: now, heldUntil: null, errorCode: null })
    .where(
      and(
        eq(recoveries.workspaceId, workspaceId),
        eq(recoveries.callId, callId),
        inArray(recoveries.state, ["skipped", "held", "failed"]),
      ),
    )
    .returning({ id: recoveries.id });
  if (!recovery) return refuse("They were texted about this call already.");
  const touch = { id: callId, at: call.startedAt, missed: true };
  const leadId = await upsertLead({ tx, workspaceId, callerE164, source: "missed_call", call: touch, now });
  await tx
    .update(calls)
    .set({ leadId })
    .where(and(eq(calls.workspaceId, workspaceId), eq(calls.id, callId)));
  const [lead] = await tx
    .select({ name: leads.name })
    .from(leads)
    .where(and(eq(leads.workspaceId, workspaceId), eq(leads.id, leadId)));
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
    body: openingFor(line, lead?.name ?? null),
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
  return { ok: true };
}
