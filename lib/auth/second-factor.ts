import { eq, sql } from "drizzle-orm";
import { recoveryCodes, secondFactors, sessions } from "@/db/schema/people";
import { asSystem, lookUp, type Tx } from "@/db/tenant";
import { recordAccountEvent } from "@/lib/audit/record-account-event";
import { giveBack, takeAttempt } from "./rate-limit";
import { countRecoveryCodes, replaceRecoveryCodes, spendRecoveryCode } from "./recovery-codes";
import { seal, unseal } from "./sealed";
import { hashToken } from "./secret-token";
import { hasSecondFactor, revokeSessions } from "./session";
import { checkOwnPassword } from "./sign-in";
import { newTotpSecret, totpAddress, totpStep } from "./totp";

const PURPOSE = "second factor";
/** How long a secret that was shown waits for its first code. */
const SET_UP_MINUTES = 30;

export const WRONG_CODE = "That code isn't right. Use the newest one in your app, or a recovery code.";
const UNREADABLE =
  "This installation's NEXTAUTH_SECRET has changed, so codes of your app no longer work. Use a recovery code, then turn codes off and on again.";

type Refused = { ok: false; words: string };
export type CodesMade = { ok: true; codes: string[] } | Refused;
/** A person who is signed in, in the session whose secret id this is. */
type Person = { userId: string; sessionId: string; network: string };

export type SecondFactor =
  | { state: "off" }
  | { state: "started"; secret: string; address: string }
  | { state: "on"; codesLeft: number };

/** Where a person stands with codes at sign-in. The secret is shown only until its first code was right. */
export function findSecondFactor({ id: userId, email }: { id: string; email: string }): Promise<SecondFactor> {
  return asSystem(async (tx) => {
    if (await hasSecondFactor(tx, userId)) return { state: "on", codesLeft: await countRecoveryCodes(tx, userId) };
    const secret = await pendingSecret(tx, userId);
    return secret ? { state: "started", secret, address: totpAddress(email, secret) } : { state: "off" };
  });
}

/** Makes a secret to be read into an app, for somebody who types their password. Nothing is asked of it yet. */
export async function startSecondFactor({ userId, network, password }: Person & { password: string }) {
  const known = await checkOwnPassword({ userId, password, network });
  if (!known.ok) return known;
  const secret = seal(PURPOSE, userId, newTotpSecret());
  await lookUp(sql`
    insert into second_factors (user_id, secret) values (${userId}, ${secret})
    on conflict (user_id) do update set secret = excluded.secret, created_at = app_now()
      where second_factors.confirmed_at is null`);
  return { ok: true as const };
}

/** Turns codes on with a first one from the app. Ends every other session. */
export async function confirmSecondFactor({
  userId,
  sessionId,
  network,
  code,
}: Person & { code: string }): Promise<CodesMade> {
  return withTries({ userId, network }, () =>
    asSystem(async (tx) => {
      await lock(tx, userId);
      if (await hasSecondFactor(tx, userId)) return { ok: false, words: "Codes are on already." };
      const secret = await pendingSecret(tx, userId);
      if (!secret) return { ok: false, words: "That took too long. Begin again." };
      const step = totpStep(secret, code, new Date());
      if (step === null) return wrongCode(tx, { userId, network });
      await tx
        .update(secondFactors)
        .set({ confirmedAt: sql`app_now()`, lastStep: step })
        .where(eq(secondFactors.userId, userId));
      const codes = await replaceRecoveryCodes(tx, userId);
      await endOthers(tx, userId, sessionId);
      await recordAccountEvent({ tx, kind: "second_factor_added", actorUserId: userId, userId, network });
      return { ok: true, codes };
    }),
  );
}

/** Makes ten new recovery codes for somebody who shows password and code; the older ones are void. */
export function makeRecoveryCodes(person: Proof): Promise<CodesMade> {
  return withProof(person, async (tx) => {
    const { userId, network } = person;
    const codes = await replaceRecoveryCodes(tx, userId);
    await recordAccountEvent({ tx, kind: "recovery_codes_made", actorUserId: userId, userId, network });
    return { ok: true, codes };
  });
}

/** Turns codes off for somebody who shows password and code. Ends every other session. */
export function removeSecondFactor(person: Proof): Promise<CodesMade> {
  return withProof(person, async (tx) => {
    const { userId, sessionId, network } = person;
    await tx.delete(secondFactors).where(eq(secondFactors.userId, userId));
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
    await revokeSessions(tx, userId, { but: sessionId });
    await recordAccountEvent({ tx, kind: "second_factor_removed", actorUserId: userId, userId, network });
    return { ok: true, codes: [] };
  });
}

type Proof = Person & { password: string; code: string };

async function withProof(person: Proof, work: (tx: Tx) => Promise<CodesMade>): Promise<CodesMade> {
  const { userId, network, password, code } = person;
  const known = await checkOwnPassword({ userId, password, network });
  if (!known.ok) return known;
  return withTries({ userId, network }, () =>
    asSystem(async (tx) => {
      const shown = await takeCode(tx, { userId, network, code });
      return shown.ok ? work(tx) : shown;
    }),
  );
}

/** Counts tries of codes by the person and by the network; one that was right is given back. */
export async function withTries<Done extends { ok: true }>(
  { userId, network }: { userId: string; network: string },
  work: () => Promise<Done | Refused>,
): Promise<Done | Refused> {
  const attempts = [
    { limit: "code_network_failures", by: network },
    { limit: "code_account_failures", by: userId },
  ] as const;
  const taken = await takeAttempt(...attempts);
  if (!taken.ok) return taken;
  const done = await work();
  if (done.ok) await giveBack(...attempts);
  return done;
}

/** Takes a code of the app, each once, or a recovery code, in the transaction of what it allows. */
export async function takeCode(
  tx: Tx,
  { userId, network, code }: { userId: string; network: string; code: string },
): Promise<{ ok: true } | Refused> {
  const sealed = await lock(tx, userId);
  if (!sealed) return { ok: false, words: WRONG_CODE };
  const secret = unseal(PURPOSE, userId, sealed);
  const step = secret && totpStep(secret, code, new Date());
  if (step) {
    const used = await tx.execute(sql`
      update second_factors set last_step = ${step}
      where user_id = ${userId} and (last_step is null or last_step < ${step}) returning 1`);
    return used.length > 0 ? { ok: true } : wrongCode(tx, { userId, network });
  }
  if (await spendRecoveryCode(tx, userId, code)) {
    await recordAccountEvent({ tx, kind: "recovery_code_used", actorUserId: userId, userId, network });
    return { ok: true };
  }
  const refused = await wrongCode(tx, { userId, network });
  return secret ? refused : { ok: false, words: UNREADABLE };
}

async function wrongCode(tx: Tx, { userId, network }: { userId: string; network: string }): Promise<Refused> {
  await recordAccountEvent({ tx, kind: "second_factor_failed", actorUserId: null, userId, network });
  return { ok: false, words: WRONG_CODE };
}

/** The sealed secret; nobody else uses a code of this person before the transaction is over. */
async function lock(tx: Tx, userId: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ secret: secondFactors.secret })
    .from(secondFactors)
    .where(eq(secondFactors.userId, userId))
    .for("update");
  return row?.secret;
}

async function pendingSecret(tx: Tx, userId: string): Promise<string | null> {
  const [row] = await tx.execute<{ secret: string }>(sql`
    select secret from second_factors where user_id = ${userId} and confirmed_at is null
      and created_at > (select app_now()) - make_interval(mins => ${SET_UP_MINUTES})`);
  return row ? unseal(PURPOSE, userId, row.secret) : null;
}

async function endOthers(tx: Tx, userId: string, sessionId: string): Promise<void> {
  await revokeSessions(tx, userId, { but: sessionId });
  await tx
    .update(sessions)
    .set({ secondFactorAt: sql`app_now()` })
    .where(eq(sessions.idHash, hashToken(sessionId)));
}
