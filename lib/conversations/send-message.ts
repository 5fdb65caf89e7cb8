import { and, eq, sql } from "drizzle-orm";
import type { LineType } from "@/db/enums";
import { callerSlots } from "@/db/schema/calls";
import { type Tx, withWorkspace } from "@/db/tenant";
import { lockSlot } from "@/lib/leads/caller-slot";
import { stopwatch } from "@/lib/stopwatch";
import { lookUpLineType } from "@/lib/twilio/lookups";
import { createMessage } from "@/lib/twilio/messages";
import type { Failure } from "@/lib/twilio/request";
import { webhookPaths, webhookUrl } from "@/lib/twilio/webhook-urls";
import { errorWords, saysLandline } from "./error-words";
import { lastCheck, whyNotCleared } from "./last-check";
import type { NotTexted } from "./opening-outcome";
import { recordOptOut } from "./opt-out-caller";
import { adopt, settleMessage } from "./settle-message";
import { type Claim, giveUp, loadClaimed, type Message, putBack } from "./take-message";

/** Twilio's own default for texts that do not say how long they stay true. */
const FOUR_HOURS = 14_400;
const LONGEST_BACK_OFF_SECONDS = 30;
/**
 * Past this the last check counts no more: whoever stood still since then may have been taken over, and must not write. It
 * leaves most of the settle time to the request itself and to the carrier's list.
 */
const LATEST_START_MS = 5_000;

/**
 * Does what a claimed text needs: sends it, or finds out what became of an earlier request. Returns when the row says so;
 * what dies on the way is taken over by the next claim.
 */
export async function sendMessage(claim: Claim): Promise<void> {
  const message = await loadClaimed(claim);
  if (!message) return;
  if (message.unknownSince) return settleMessage(claim, message);
  if (message.purpose === "text_back" && (await isLandline(claim, message))) {
    return endUnsent(claim, message, { state: "skipped", reason: "landline", check: "reachable", detail: "Landline" });
  }
  const sinceCheck = stopwatch();
  const cleared = await lastCheck(claim, message);
  if (!cleared) return explainRefusal(claim, message);
  const text = {
    from: message.fromE164,
    to: message.toE164,
    body: message.body,
    statusCallback: webhookUrl(webhookPaths.messageStatus(message.id)),
    validitySeconds: cleared.secondsLeft ?? FOUR_HOURS,
  };
  const answer = await createMessage(text, () => sinceCheck() < LATEST_START_MS);
  if (answer.ok) {
    await adopt(message, { ...answer, errorCode: null, byWords: false });
  } else if (answer.kind !== "unknown") {
    await notAccepted(claim, message, answer);
  }
  // Unknown: the row says since when, and the settle time brings it back.
}

async function notAccepted(claim: Claim, message: Message, answer: Failure): Promise<void> {
  const { kind } = errorWords(answer.code);
  const passing = answer.kind === "later" || kind === "transient" || kind === "account";
  if (passing && message.expiresAt !== null) {
    const backOff = Math.min(LONGEST_BACK_OFF_SECONDS, 2 ** message.refusals);
    // What the carrier asks for at least, and more the longer it refuses.
    const seconds = Math.max(answer.retryAfterSeconds ?? 0, backOff * (0.5 + Math.random() / 2));
    return putBack(claim, { seconds, refused: true, code: answer.code });
  }
  if (answer.kind === "later") return putBack(claim, { seconds: LONGEST_BACK_OFF_SECONDS, refused: true });
  await endUnsent(claim, message, { state: "failed", errorCode: answer.code });
  await withWorkspace(claim.workspaceId, (tx) => learn(tx, message, answer.code));
}

/** Ends or puts back a text that the last check did not let go. */
async function explainRefusal(claim: Claim, message: Message): Promise<void> {
  const why = await whyNotCleared(claim, message);
  if (why === "lost") return;
  if (why === "again") return putBack(claim, { seconds: 0 });
  await endUnsent(claim, message, why);
}

/**
 * A text that is not sent now. Where an earlier request has stayed without proof, nobody knows whether the caller has it:
 * that is for a person, and the caller's slot stays taken.
 */
function endUnsent(claim: Claim, message: Message, outcome: NotTexted): Promise<void> {
  return giveUp(claim, message.requests > 0 ? { state: "unconfirmed" } : outcome);
}

/** What the refusal says about the caller, for the next call. */
async function learn(tx: Tx, message: Message, code: number | null): Promise<void> {
  const { workspaceId, toE164: callerE164, leadId } = message;
  await lockSlot(tx, workspaceId, callerE164);
  if (errorWords(code).kind === "opted_out") {
    const now = message.claimedAt;
    await recordOptOut({ tx, workspaceId, callerE164, leadId, source: "carrier", now });
  }
  if (saysLandline(code)) await keepLineType(tx, { workspaceId, callerE164 }, "landline");
}

async function isLandline({ workspaceId }: Claim, message: Message): Promise<boolean> {
  const { toE164: callerE164, lineType, looksUp } = message;
  if (lineType || !looksUp) return lineType === "landline";
  const answer = await lookUpLineType(callerE164);
  // Fails open: a look-up that does not answer must not cost the caller their text.
  if (!answer.ok) return false;
  await withWorkspace(workspaceId, (tx) => keepLineType(tx, { workspaceId, callerE164 }, answer.lineType));
  return answer.lineType === "landline";
}

async function keepLineType(tx: Tx, caller: { workspaceId: string; callerE164: string }, lineType: LineType) {
  await tx
    .update(callerSlots)
    .set({ lineType, lineTypeAt: sql`app_now()` })
    .where(and(eq(callerSlots.workspaceId, caller.workspaceId), eq(callerSlots.callerE164, caller.callerE164)));
}
