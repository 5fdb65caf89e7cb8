import { and, eq, isNull, sql } from "drizzle-orm";
import { passwordResets, users } from "@/db/schema/people";
import { asSystem, lookUp, type Tx } from "@/db/tenant";
import { enqueue, enqueueAfterwards } from "@/lib/jobs/queue";
import { hashPassword } from "./password-hash";
import { hashToken, newSecretToken } from "./secret-token";
import { type Account, revokeSessions } from "./session";

/**
 * Asks for a link to be mailed. Whether anybody has this address is looked up by the worker alone, so that the answer
 * cannot tell, in words or in time.
 */
export function requestPasswordReset(email: string): Promise<void> {
  return enqueue("mail", { kind: "password_reset", email: email.trim() });
}

/** Makes the token that goes into the mail, good once and for an hour; null when nobody has this address. */
export async function makePasswordReset(email: string): Promise<{ name: string; token: string } | null> {
  const token = newSecretToken();
  const [user] = await lookUp<{ name: string }>(sql`
    with owner as (select id, name from users where lower(email) = lower(${email})),
      made as (
        insert into password_resets (token_hash, user_id, expires_at)
        select ${hashToken(token)}, id, app_now() + interval '1 hour' from owner
      )
    select name from owner`);
  return user ? { name: user.name, token } : null;
}

/** Whose password a link may still change. */
export async function findPasswordReset(token: string): Promise<Account | null> {
  const [user] = await lookUp<Account>(sql`
    select u.id, u.name, u.email from password_resets r join users u on u.id = r.user_id
    where r.token_hash = ${hashToken(token)} and r.used_at is null and r.expires_at > (select app_now())`);
  return user ?? null;
}

/** Sets a new password and ends every session of the person. False when the link is used up or too old. */
export async function resetPassword({ token, password }: { token: string; password: string }): Promise<boolean> {
  const user = await findPasswordReset(token);
  if (!user) return false;
  const passwordHash = await hashPassword(password);
  const done = await asSystem(async (tx) => {
    if (!(await useUp(tx, token))) return false;
    await tx.update(users).set({ passwordHash }).where(eq(users.id, user.id));
    await tx
      .update(passwordResets)
      .set({ usedAt: sql`app_now()` })
      .where(and(eq(passwordResets.userId, user.id), isNull(passwordResets.usedAt)));
    await revokeSessions(tx, user.id);
    return true;
  });
  if (done) await enqueueAfterwards("mail", { kind: "password_changed", email: user.email });
  return done;
}

/** One statement, so that of two people with the same link only one comes through. */
async function useUp(tx: Tx, token: string): Promise<boolean> {
  const used = await tx
    .update(passwordResets)
    .set({ usedAt: sql`app_now()` })
    .where(
      and(
        eq(passwordResets.tokenHash, hashToken(token)),
        isNull(passwordResets.usedAt),
        sql`${passwordResets.expiresAt} > (select app_now())`,
      ),
    )
    .returning({ hash: passwordResets.tokenHash });
  return used.length > 0;
}
