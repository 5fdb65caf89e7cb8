import { and, eq, inArray } from "drizzle-orm";
import type { Reason } from "@/db/enums";
import { subscriptions } from "@/db/schema/billing";
import { recoveries, type TraceEntry } from "@/db/schema/calls";
import { messages } from "@/db/schema/leads";
import { run, type Tx } from "@/db/tenant";
import { releasePersonText } from "@/lib/billing/person-texts";
import { releaseUsage } from "@/lib/billing/record-usage";
import { textCents } from "@/lib/phone/costs";

type Opening = { tx: Tx; workspaceId: string; messageId: string; at: Date };

/** The carrier took the opening: only now is the caller texted, and the wait counts from here. Slot locked. */
export async function markTexted({ tx, workspaceId, messageId, at }: Opening): Promise<void> {
  await Promise.all([
    run(tx, TEXTED, [workspaceId, messageId, at.toISOString()]),
    closeSlot({ tx, workspaceId, messageId, at }, true),
  ]);
}

const TEXTED = `
  update recoveries set state = 'texted', texted_at = $3, error_code = null
  where workspace_id = $1 and message_id = $2 and state in ('texting', 'unconfirmed')`;

export type NotTexted =
  /** Twilio said no, definitely. */
  | { state: "failed"; errorCode: number | null }
  /** A check that stood when the call was decided fell before the request. */
  | { state: "skipped"; reason: Reason; check: string; detail: string }
  /** Nobody knows: a person looks. */
  | { state: "unconfirmed" };

/**
 * The opening did not go, or nobody knows. What is certain gives the slot and the counters back, so that the next call
 * gets its text; what is not keeps both, because a second text would be worse than none. Slot locked.
 */
export async function markNotTexted(opening: Opening & { outcome: NotTexted }): Promise<void> {
  const { tx, workspaceId, messageId, at, outcome } = opening;
  const [recovery] = await tx
    .select()
    .from(recoveries)
    .where(
      and(
        eq(recoveries.workspaceId, workspaceId),
        eq(recoveries.messageId, messageId),
        inArray(recoveries.state, ["texting", "unconfirmed"]),
      ),
    )
    .for("update");
  if (!recovery) return;
  const set =
    outcome.state === "skipped"
      ? { state: outcome.state, reason: outcome.reason, trace: stoppedAt(recovery.trace, outcome), decidedAt: at }
      : { state: outcome.state, errorCode: outcome.state === "failed" ? outcome.errorCode : null };
  await tx
    .update(recoveries)
    .set(set)
    .where(and(eq(recoveries.workspaceId, workspaceId), eq(recoveries.id, recovery.id)));
  await closeSlot(opening, outcome.state === "unconfirmed");
  if (outcome.state !== "unconfirmed") await giveBack(tx, recovery);
}

async function closeSlot({ tx, workspaceId, messageId, at }: Opening, counts: boolean): Promise<void> {
  await run(tx, CLOSE_SLOT, [workspaceId, messageId, counts ? at.toISOString() : null]);
}

const CLOSE_SLOT = `
  update caller_slots s set
    pending_message_id = nullif(s.pending_message_id, $2),
    last_opening_at = greatest(s.last_opening_at, $3::timestamptz)
  from messages m
  where m.workspace_id = $1 and m.id = $2 and s.workspace_id = $1 and s.caller_e164 = m.to_e164`;

type Recovery = typeof recoveries.$inferSelect;

async function giveBack(tx: Tx, recovery: Recovery): Promise<void> {
  const { workspaceId, messageId, callerE164 } = recovery;
  if (!messageId || !callerE164) return;
  const [row] = await tx
    .select({ message: messages, anchorAt: subscriptions.anchorAt })
    .from(messages)
    .innerJoin(subscriptions, eq(subscriptions.workspaceId, messages.workspaceId))
    .where(and(eq(messages.workspaceId, workspaceId), eq(messages.id, messageId)));
  if (!row) return;
  const { message, anchorAt } = row;
  // A text by a person's decision took no caller's place.
  if (recovery.decidedBy) return giveBackText(tx, message);
  const plan = recovery.facts.plan as { callerAlreadyCounted?: boolean } | undefined;
  await releaseUsage({
    tx,
    workspaceId,
    callerE164,
    now: message.createdAt,
    anchorAt,
    isNewCallerThisMonth: plan?.callerAlreadyCounted === false,
    cents: textCents(message.toE164, message.segments),
  });
}

type Text = Pick<typeof messages.$inferSelect, "workspaceId" | "toE164" | "segments" | "createdAt" | "author">;

/** What a person's text took of the day's limits. Automatic ones that answer nobody's call took nothing. */
export async function giveBackText(tx: Tx, { workspaceId, toE164, segments, createdAt, author }: Text): Promise<void> {
  if (author !== "member") return;
  await releasePersonText({ tx, workspaceId, now: createdAt, cents: textCents(toE164, segments) });
}

/** The trace as it would read had the check fallen when the call was decided. */
function stoppedAt(trace: TraceEntry[], { check, detail }: { check: string; detail: string }): TraceEntry[] {
  const stop = trace.findIndex((entry) => entry.check === check);
  return trace.map((entry, index) => {
    if (stop < 0 || index < stop) return entry;
    if (index === stop) return { ...entry, verdict: "stopped", detail };
    return { ...entry, verdict: "not_checked", detail: "Not checked" };
  });
}
