import { and, eq } from "drizzle-orm";
import { recoveries } from "@/db/schema/calls";
import { recordOptOut } from "@/lib/conversations/opt-out-caller";
import { lockSlot } from "@/lib/leads/caller-slot";
import { findLeadOf } from "@/lib/leads/upsert-lead";
import { emptyTwiml, hangUp, sayAndHangUp } from "@/lib/twilio/twiml";
import { OVER } from "../classify-call";
import type { Call } from "../gather-facts";
import { beginNotice } from "./begin-notice";
import { furthest } from "./legs";
import { classify, settleCall } from "./settle-call";
import type { Answer, Step } from "./step";

/** The ringing is over. An unanswered caller who is still there hears the notice. */
export async function endDial(step: Step): Promise<Answer> {
  const { event } = step;
  const call: Call = {
    ...step.call,
    dialStatus: event.dial?.status ?? "failed",
    dialBridged: event.dial?.bridged ?? null,
    leg: furthest(step.call.leg, event.state),
  };
  const now = { ...step, call };
  const classified = classify({ ...now, witness: "dialed" });
  const missed = classified.is === "final" && classified.outcome === "missed";
  if (missed && !call.endedAt && !OVER.some((state) => state === call.leg) && step.line.settings.noticeOn) {
    return beginNotice(now, "dialed");
  }
  return { twiml: hangUp(), ...(await settleCall({ ...now, witness: "dialed" })) };
}

/** The notice is over, with or without a 9. A 9 that comes late still stops a text nobody has begun to send. */
export async function endNotice(step: Step): Promise<Answer> {
  const { event, now } = step;
  const declined = event.digits === "9";
  const call: Call = {
    ...step.call,
    notice: "over",
    ...(declined ? { declinedAt: step.call.declinedAt ?? now } : {}),
  };
  if (declined) await decline({ ...step, call });
  return {
    twiml: declined ? sayAndHangUp("All right, no text. Goodbye.") : hangUp(),
    ...(await settleCall({ ...step, call, witness: "notice" })),
  };
}

/** A key press opts out of the whole workspace, at once (compliance rule 7); this call says by which way. */
async function decline({ tx, call, now }: Step): Promise<void> {
  const { workspaceId, callerE164 } = call;
  if (!callerE164) return;
  await lockSlot(tx, workspaceId, callerE164);
  const leadId = await findLeadOf(tx, workspaceId, callerE164);
  // While the notice ran: a replay of it is no new wish.
  const askedAt = call.noticeStartedAt ?? now;
  await recordOptOut({ tx, workspaceId, callerE164, leadId, source: "key_press", now, askedAt });
  await tx
    .update(recoveries)
    .set({ reason: "declined_by_voice" })
    .where(
      and(eq(recoveries.workspaceId, workspaceId), eq(recoveries.callId, call.id), eq(recoveries.reason, "opted_out")),
    );
}

/** A status callback says when it happened, however late it comes; a carrier's clock that runs ahead is not believed. */
function whenToldOf({ event, call, now, offsetMs }: Step): Date {
  const told = event.timestamp && new Date(event.timestamp.getTime() + offsetMs);
  return told && told >= call.startedAt && told < now ? told : now;
}

/** The number's status callback: the caller's own leg has ended. */
export async function endLeg(step: Step): Promise<Answer> {
  const leg = furthest(step.call.leg, step.event.state);
  const call = { ...step.call, leg, callerHungUp: step.call.callerHungUp || leg === "no_answer" };
  const ended = await settleCall({ ...step, call, witness: "status", endedAt: whenToldOf(step) });
  return { twiml: emptyTwiml(), ...ended };
}
