import { and, eq } from "drizzle-orm";
import { callLegs } from "@/db/schema/calls";
import { parsePhone } from "@/lib/phone/e164";
import { CALL_PROGRESS, type CallProgress } from "@/lib/twilio/call-words";
import { accepted, emptyTwiml, hangUp } from "@/lib/twilio/twiml";
import type { Answer, Step } from "./step";

const FINAL_FROM = CALL_PROGRESS.indexOf("completed");

/** The further of two states; a final one stays. */
export function furthest(known: string, told: CallProgress): CallProgress {
  const place = CALL_PROGRESS.indexOf(known as CallProgress);
  if (place < 0) return told;
  return place >= FINAL_FROM || place >= CALL_PROGRESS.indexOf(told) ? (known as CallProgress) : told;
}

/** Somebody pressed a key on one of the phones. The first 1 takes the call; a second phone is hung up. */
export async function acceptCall(step: Step): Promise<Answer> {
  const { tx, call, event, now } = step;
  if (event.digits !== "1" || call.endedAt || call.acceptedAt) return { twiml: hangUp(), call };
  await recordLeg(step);
  await tx
    .update(callLegs)
    .set({ acceptedAt: now })
    .where(and(eq(callLegs.workspaceId, call.workspaceId), eq(callLegs.providerSid, event.sid)));
  return {
    twiml: accepted(),
    call: { ...call, acceptedAt: now, acceptedBy: phoneOf(step), state: "in_progress" },
  };
}

/** A machine picked up an unscreened phone: the call will end as a voicemail, not as answered. */
export async function recordDetection({ call, event }: Step): Promise<Answer> {
  const machine = event.answeredBy === "machine" && !call.endedAt;
  return { twiml: emptyTwiml(), call: machine ? { ...call, machineAnswered: true } : call };
}

/** What became of one phone's leg: kept for the trace, never a reason to decide. */
export async function recordLeg(step: Step): Promise<Answer> {
  const { tx, call, event } = step;
  const key = and(eq(callLegs.workspaceId, call.workspaceId), eq(callLegs.providerSid, event.sid));
  const [known] = await tx.select({ state: callLegs.state }).from(callLegs).where(key);
  if (known) {
    await tx
      .update(callLegs)
      .set({ state: furthest(known.state, event.state) })
      .where(key);
    return { twiml: emptyTwiml(), call };
  }
  await tx
    .insert(callLegs)
    .values({
      workspaceId: call.workspaceId,
      callId: call.id,
      providerSid: event.sid,
      phoneId: phoneOf(step),
      state: event.state,
    })
    .onConflictDoNothing();
  return { twiml: emptyTwiml(), call };
}

function phoneOf({ line, event }: Step): string | null {
  const to = parsePhone(event.to);
  return to.ok ? (line.phones.find(({ e164 }) => e164 === to.e164)?.id ?? null) : null;
}
