import { eq, sql } from "drizzle-orm";
import type { RegistrationState } from "@/db/enums";
import { recoverySettings } from "@/db/schema/workspaces";
import type { Tx } from "@/db/tenant";
import { recordAudit } from "../audit/record-audit";
import { announce } from "../changes";
import { asManager } from "../rights/as-manager";
import { whyNotAttest } from "./number-rights";
import { registrationWith } from "./setup";
import { liveNumbers } from "./setup-rows";

type Acting = { workspaceId: string; userId: string };

/** A person's word that the number is registered for texting in the Twilio account: who said so, and when. */
export async function attestRegistration({
  workspaceId,
  userId,
}: Acting): Promise<{ ok: true } | { ok: false; words: string }> {
  const refused = await asManager({ workspaceId, userId }, async (tx, actor) => {
    const why = await whyNotAttest(tx, { workspaceId, actor });
    if (why) return why;
    await tx
      .update(recoverySettings)
      .set({ registration: "approved", registrationAttestedBy: userId, registrationAttestedAt: sql`app_now()` })
      .where(eq(recoverySettings.workspaceId, workspaceId));
    await recordAudit({ tx, workspaceId, actorUserId: userId, action: "registration.attested" });
    return null;
  });
  if (refused) return { ok: false, words: refused.words };
  await announce(workspaceId, { kind: "settings", id: workspaceId });
  return { ok: true };
}

/** Takes the word back: texting stops at once where carriers ask for a registration. */
export async function withdrawRegistration({ workspaceId, userId }: Acting): Promise<void> {
  await asManager({ workspaceId, userId }, async (tx) => {
    await setRegistration(tx, workspaceId, "not_started");
    await keepRegistrationCurrent(tx, workspaceId);
    await recordAudit({ tx, workspaceId, actorUserId: userId, action: "registration.withdrawn" });
  });
  await announce(workspaceId, { kind: "settings", id: workspaceId });
}

/** After a number came or went: whether carriers want a registration at all depends on the numbers. */
export async function keepRegistrationCurrent(tx: Tx, workspaceId: string): Promise<void> {
  const [settings] = await tx
    .select({ registration: recoverySettings.registration })
    .from(recoverySettings)
    .where(eq(recoverySettings.workspaceId, workspaceId));
  if (!settings) return;
  const live = await liveNumbers(tx, workspaceId);
  const next = registrationWith(
    settings.registration,
    live.map(({ e164 }) => e164),
  );
  if (next !== settings.registration) await setRegistration(tx, workspaceId, next);
}

async function setRegistration(tx: Tx, workspaceId: string, registration: RegistrationState) {
  await tx
    .update(recoverySettings)
    .set({ registration, registrationAttestedBy: null, registrationAttestedAt: null })
    .where(eq(recoverySettings.workspaceId, workspaceId));
}
