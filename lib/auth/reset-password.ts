import { sql } from "drizzle-orm";
import { passwordResets } from "@/db/schema/people";
import { asSystem, lookUp, type Tx } from "@/db/tenant";
import { recordAccountEvent } from "@/lib/audit/record-account-event";
import { enqueueAfterwards } from "@/lib/jobs/queue";
import { requestMail } from "@/lib/jobs/request-mail";
import { hashPassword } from "./password-hash";
import { proveAddress } from "./prove-address";
import { hashToken, isSecretToken, newSecretToken } from "./secret-token";
import type { Account } from "./session";
import { lockAccount, setPassword } from "./set-password";

/**
 * Asks for a link to be mailed. Whether anybody has this address is looked up by the worker alone, so that the answer
 * cannot tell, in words or in time.
 */
export function requestPasswordReset(email: string): Promise<void> {
  return requestMail("password_reset", email.trim());
}

/**
 * Makes the token that goes into the mail, good once and for an hour, and says which address is stored; null when nobody
 * has this address.
 */
export function makePasswordReset(email: string): Promise<{ to: string; token: string } | null> {
  const token = newSecretToken();
  return asSystem(async (tx) => {
    const [user] = await tx.execute<{ id: string; email: string }>(
      sql`select id, email from users where lower(email) = lower(${email})`,
    );
    if (!user) return null;
    const expiresAt = sql`app_now() + interval '1 hour'`;
    await tx.insert(passwordResets).values({ tokenHash: hashToken(token), userId: user.id, expiresAt });
    await recordAccountEvent({ tx, kind: "password_reset_requested", actorUserId: null, userId: user.id });
    return { to: user.email, token };
  });
}

/** Whose password a link may still change. */
export async function findPasswordReset(token: string): Promise<Account | null> {
  if (!isSecretToken(token)) return null;
  const [user] = await lookUp<Account>(sql`
    select u.id, u.name, u.email from password_resets r join users u on u.id = r.user_id
    where r.token_hash = ${hashToken(token)} and r.used_at is null and r.expires_at > (select app_now())`);
  return user ?? null;
}

type Reset = { token: string; password: string; network: string };

/**
 * Sets a new password and ends every session of the person, whose address the mailed link proves. Null when the link is
 * used up or too old.
 */
export async function resetPassword({ token, password, network }: Reset): Promise<Account | null> {
  const user = await findPasswordReset(token);
  if (!user) return null;
  const passwordHash = await hashPassword(password, { network, isKnown: true });
  const userId = user.id;
  const done = await asSystem(async (tx) => {
    await lockAccount(tx, userId);
    if (!(await isUsable(tx, token))) return false;
    await setPassword(tx, { userId, passwordHash });
    await recordAccountEvent({ tx, kind: "password_reset", actorUserId: userId, userId, network });
    await proveAddress(tx, { userId, network });
    return true;
  });
  if (!done) return null;
  await enqueueAfterwards("mail", { kind: "password_changed", email: user.email });
  return user;
}

async function isUsable(tx: Tx, token: string): Promise<boolean> {
  const rows = await tx.execute(sql`
    select 1 from password_resets
    where token_hash = ${hashToken(token)} and used_at is null and expires_at > (select app_now())`);
  return rows.length > 0;
}
