import { sql } from "drizzle-orm";
import { recordAudit } from "../audit/record-audit";
import { announce } from "../changes";
import { appNow } from "../clock";
import { asAdmin } from "../workspaces/as-admin";
import { forwardingLamp } from "./setup";
import { lockNumber, updateNumber } from "./setup-rows";
import { FORWARDING_TEST_MINUTES } from "./verify-forwarding";

type Which = { workspaceId: string; userId: string; numberId: string };
type Result = { ok: true } | { ok: false; words: string };

/**
 * Listens for the owner's test call. A line that is proven stays so while it is checked again, so that its callers go on
 * getting texts; only after a check that failed does the next one start from nothing.
 */
export async function startForwardingTest({ workspaceId, userId, numberId }: Which): Promise<Result> {
  const result = await asAdmin({ workspaceId, userId }, async (tx): Promise<Result> => {
    const number = await lockNumber(tx, workspaceId, numberId);
    if (number.state !== "active") return { ok: false, words: "We're still getting this number." };
    if (number.mode !== "forwarding")
      return { ok: false, words: "This number is called directly. Nothing is forwarded." };
    if (!number.businessLineE164) return { ok: false, words: "Enter your business line first." };
    const keepsProof = number.forwarding === "verified" && forwardingLamp(number, await appNow(tx)) !== "failed";
    await updateNumber(tx, number, {
      forwarding: keepsProof ? "verified" : "waiting",
      ...(keepsProof ? {} : { forwardingCallId: null }),
      forwardingTestUntil: sql`app_now() + make_interval(mins => ${FORWARDING_TEST_MINUTES})`,
    });
    await recordAudit({ tx, workspaceId, actorUserId: userId, action: "forwarding.tested", subject: numberId });
    return { ok: true };
  });
  await announce(workspaceId, { kind: "number", id: numberId });
  return result;
}

/** Somebody's word that the call which was seen had been made to the business line. */
export async function attestForwarding({ workspaceId, userId, numberId }: Which): Promise<Result> {
  const result = await asAdmin({ workspaceId, userId }, async (tx): Promise<Result> => {
    const number = await lockNumber(tx, workspaceId, numberId);
    if (number.forwarding === "verified") return { ok: true };
    if (number.forwarding !== "seen") return { ok: false, words: "We haven't seen a call yet. Start the check again." };
    const now = await appNow(tx);
    await updateNumber(tx, number, {
      forwarding: "verified",
      forwardingTestUntil: null,
      forwardingProvedAt: now,
      forwardingAttestedBy: userId,
      lastForwardedAt: now,
    });
    const details = { callId: number.forwardingCallId };
    await recordAudit({
      tx,
      workspaceId,
      actorUserId: userId,
      action: "forwarding.attested",
      subject: numberId,
      details,
    });
    return { ok: true };
  });
  await announce(workspaceId, { kind: "number", id: numberId });
  return result;
}
