import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { knownDevices, mailLinks, passwordResets, users } from "@/db/schema/people";
import type { Tx } from "@/db/tenant";
import { deviceHash } from "./known-device";
import { revokeSessions } from "./session";

type NewPassword = {
  userId: string;
  passwordHash: string;
  /** The one session that goes on. */
  keepSessionId?: string | null;
  /** The one browser that stays known. */
  keepDevice?: string | null;
};

/**
 * Stores a new password and ends what the old one opened: every other session, every link that was mailed, every browser
 * that was remembered. Whoever calls has locked the person's row with `lockAccount`, so that of two changes at the same
 * moment the second finds its link used up.
 */
export async function setPassword(
  tx: Tx,
  { userId, passwordHash, keepSessionId, keepDevice }: NewPassword,
): Promise<void> {
  const now = sql`app_now()`;
  await tx.update(users).set({ passwordHash }).where(eq(users.id, userId));
  await tx
    .update(passwordResets)
    .set({ usedAt: now })
    .where(and(eq(passwordResets.userId, userId), isNull(passwordResets.usedAt)));
  await tx
    .update(mailLinks)
    .set({ usedAt: now })
    .where(and(eq(mailLinks.userId, userId), isNull(mailLinks.usedAt)));
  const others = keepDevice ? ne(knownDevices.deviceHash, deviceHash(keepDevice, userId)) : undefined;
  await tx.delete(knownDevices).where(and(eq(knownDevices.userId, userId), others));
  await revokeSessions(tx, userId, { but: keepSessionId });
}

/** The person's password hash as it is now; nobody else changes it before this transaction is over. */
export async function lockAccount(tx: Tx, userId: string): Promise<string | null> {
  const [row] = await tx.select({ hash: users.passwordHash }).from(users).where(eq(users.id, userId)).for("update");
  return row?.hash ?? null;
}
