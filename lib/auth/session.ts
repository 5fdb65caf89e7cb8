import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { sessions } from "@/db/schema/people";
import { asSystem, lookUp, type Tx } from "@/db/tenant";
import { hashToken, newSecretToken } from "./secret-token";

export const SESSION_DAYS = 30;

export type User = { id: string; name: string; email: string };

/** Begins a session and returns its id, which exists in the cookie alone: the row holds a hash. */
export async function openSession(userId: string): Promise<string> {
  const sessionId = newSecretToken();
  await asSystem((tx) =>
    tx.insert(sessions).values({
      idHash: hashToken(sessionId),
      userId,
      expiresAt: sql`app_now() + make_interval(days => ${SESSION_DAYS})`,
    }),
  );
  return sessionId;
}

/** Whose session this is; null once it is over. Asked on every request, so that ending one acts at once. */
export async function findSessionUser(sessionId: string): Promise<User | null> {
  const [user] = await lookUp<User>(sql`
    select u.id, u.name, u.email from sessions s join users u on u.id = s.user_id
    where s.id_hash = ${hashToken(sessionId)} and s.revoked_at is null and s.expires_at > (select app_now())`);
  return user ?? null;
}

export async function revokeSession(sessionId: string): Promise<void> {
  await asSystem((tx) => revoke(tx, eq(sessions.idHash, hashToken(sessionId))));
}

export function revokeAllSessions(userId: string): Promise<void> {
  return asSystem((tx) => revokeSessions(tx, userId));
}

/** Ends every session of a person, or every one but the session they are in. */
export async function revokeSessions(tx: Tx, userId: string, { but }: { but?: string | null } = {}): Promise<void> {
  await revoke(tx, and(eq(sessions.userId, userId), but ? ne(sessions.idHash, hashToken(but)) : undefined));
}

async function revoke(tx: Tx, which: ReturnType<typeof and>): Promise<void> {
  await tx
    .update(sessions)
    .set({ revokedAt: sql`app_now()` })
    .where(and(which, isNull(sessions.revokedAt)));
}
