import { and, eq, sql } from "drizzle-orm";
import { numbers } from "@/db/schema/phone";
import { recordAudit } from "../audit/record-audit";
import { announce } from "../changes";
import { asManager } from "../rights/as-manager";
import * as twilio from "../twilio/numbers";
import { endOf } from "./number-rights";
import { keepRegistrationCurrent } from "./setup-registration";
import { lockNumber, type NumberRow, updateNumber } from "./setup-rows";
import { setupTrouble } from "./setup-trouble";

export type Release = {
  workspaceId: string;
  userId: string;
  numberId: string;
  /**
   * Disconnects it here and leaves it in the Twilio account. What its owners did not buy stays there anyway, unless it is an
   * operator who gives it up.
   */
  keepAtTwilio: boolean;
};

const NO_URLS = { voiceUrl: "", voiceFallbackUrl: "", statusCallback: "", smsUrl: "", smsFallbackUrl: "" };

/**
 * Gives a number up. Twilio goes first: a crash in between leaves a row that can be released again, and no number that
 * costs money unseen.
 */
export async function releaseNumber(release: Release): Promise<{ ok: true } | { ok: false; words: string }> {
  const { workspaceId, userId, numberId, keepAtTwilio } = release;
  const asked = await asManager(release, async (tx, actor) => {
    const number = await lockNumber(tx, workspaceId, numberId);
    return { number, ...(await endOf(tx, { workspaceId, actor, origin: number.origin, keepAtTwilio })) };
  });
  if ("words" in asked) return { ok: false, words: asked.words };
  const { number, keeps } = asked;
  const sid = await sidOf(number);
  if (!sid.ok) return { ok: false, words: setupTrouble(sid) };
  if (sid.sid) {
    const done = keeps ? await letGo(sid.sid) : await twilio.releaseNumber(sid.sid);
    if (!done.ok) return { ok: false, words: setupTrouble(done) };
  }
  await asManager(release, async (tx) => {
    const row = await lockNumber(tx, workspaceId, numberId);
    // A number that never came has no calls and no history worth a row.
    if (row.state === "provisioning") {
      await tx.delete(numbers).where(and(eq(numbers.workspaceId, workspaceId), eq(numbers.id, numberId)));
    } else {
      await updateNumber(tx, row, { state: "released", releasedAt: sql`app_now()`, wiringProblem: null });
    }
    await keepRegistrationCurrent(tx, workspaceId);
    const details = { e164: row.e164, keptAtTwilio: keeps };
    await recordAudit({ tx, workspaceId, actorUserId: userId, action: "number.released", subject: numberId, details });
  });
  await announce(workspaceId, { kind: "number", id: numberId });
  return { ok: true };
}

async function letGo(sid: string) {
  const done = await twilio.updateNumber(sid, NO_URLS);
  return done.ok || done.code === 20404 ? { ok: true as const } : done;
}

/** A purchase whose end nobody saw left no id here, but perhaps a number there. */
async function sidOf(number: NumberRow) {
  if (number.providerSid) return { ok: true as const, sid: number.providerSid };
  const owned = await twilio.listNumbers();
  if (!owned.ok) return owned;
  return { ok: true as const, sid: owned.numbers.find(({ e164 }) => e164 === number.e164)?.sid ?? null };
}
