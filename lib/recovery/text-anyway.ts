import { and, eq, inArray } from "drizzle-orm";
import { callerSlots, calls, recoveries } from "@/db/schema/calls";
import { consentRecords } from "@/db/schema/consent";
import { leads } from "@/db/schema/leads";
import { type Tx, withWorkspace } from "@/db/tenant";
import { announce, wakeOutbox } from "@/lib/changes";
import { appNow } from "@/lib/clock";
import { isOptedOut } from "@/lib/conversations/opt-out-caller";
import { queueMessage } from "@/lib/conversations/queue-message";
import { REPLY_REFUSAL_WORDS } from "@/lib/conversations/reply-refusals";
import { NotFound } from "@/lib/errors";
import { findExclusion } from "@/lib/leads/block-caller";
import { lockSlot } from "@/lib/leads/caller-slot";
import { upsertLead } from "@/lib/leads/upsert-lead";
import { regionVerdict } from "@/lib/phone/caller-id";
import { REASON_WORDS } from "./explain-reasons";
import { type Line, openingFor, readLine } from "./line";
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
    const line = await readLine(tx, workspaceId, call.numberId);
    const words = (await whyNotThem(tx, workspaceId, call.callerE164)) ?? whyNotFrom(line, call.callerE164);
    if (words) return refuse(words);
    if (!(await mayBeOverruled(tx, workspaceId, callId))) return refuse("This call is not one to text about.");
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

/** What a person's decision cannot overrule, about the caller as they are now. */
async function whyNotThem(tx: Tx, workspaceId: string, callerE164: string): Promise<string | null> {
  if (await isOptedOut(tx, workspaceId, callerE164)) {
    return "They opted out. Only they can start texts again, by texting START.";
  }
  const blocked = (await findExclusion(tx, workspaceId, callerE164)) === "blocked";
  return blocked ? REPLY_REFUSAL_WORDS.blocked : null;
}

/** And about the line, whose rules keep texts from regions it does not serve and from carriers that did not approve it. */
function whyNotFrom({ workspace, number, settings }: Line, callerE164: string): string | null {
  if (!workspace.active) return REPLY_REFUSAL_WORDS.workspace_off;
  if (number.state !== "active") return "This number is no longer yours to text from.";
  if (settings.registration !== "approved" && settings.registration !== "not_needed") {
    return "Carriers haven't approved your texts yet. See registration under Phone line.";
  }
  return regionVerdict(callerE164, settings.regions) === "allowed" ? null : "You don't text numbers of this kind.";
}

/** Only the reasons whose remedy says so: a landline stays one, and a second leg has its first. */
async function mayBeOverruled(tx: Tx, workspaceId: string, callId: string): Promise<boolean> {
  const [recovery] = await tx
    .select({ reason: recoveries.reason })
    .from(recoveries)
    .where(and(eq(recoveries.workspaceId, workspaceId), eq(recoveries.callId, callId)));
  if (!recovery?.reason) return true;
  return REASON_WORDS[recovery.reason].remedies.some(({ kind }) => kind === "text_anyway");
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
