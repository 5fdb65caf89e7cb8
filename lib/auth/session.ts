import { and, eq, isNull, ne, sql } from "drizzle-orm";
import type { SignInMethod } from "@/db/enums";
import { sessions } from "@/db/schema/people";
import { asSystem, lookUp, type Tx } from "@/db/tenant";
import { recordAccountEvent } from "@/lib/audit/record-account-event";
import { hashToken, newSecretToken } from "./secret-token";

/** A session that nobody uses for so long is over. */
export const IDLE_DAYS = 30;
/** A session is over after so long, however much it is used. */
export const LONGEST_DAYS = 180;
/** How long a session waits for the code of the second factor. */
const CODE_MINUTES = 15;
/** Last seen is written no more often than this: one write in many requests. */
const SEEN_EVERY_MINUTES = 5;
/** A browser describes itself in a line; the rest is a stranger's. */
const LONGEST_USER_AGENT = 400;

export type Account = { id: string; name: string; email: string };
export type User = Account & { isOperator: boolean };

export type SessionFacts = {
  /** Whether mail to the person's address has been shown to reach them. */
  emailProved: boolean;
  /** When the password was last typed in this session; null for never. */
  passwordAt: Date | null;
  /** When the second factor was shown; null for a person who has none. */
  secondFactorAt: Date | null;
  /** The database's time when the session was read. */
  now: Date;
};

/** `id` names the session in lists; it opens nothing. */
export type Session = { id: string; user: User; facts: SessionFacts };

/** Which ways in include typing a password. */
const TYPES_PASSWORD: Record<SignInMethod, boolean> = {
  password: true,
  account_created: true,
  password_reset: true,
  email_link: false,
  google: false,
};

export type NewSession = {
  userId: string;
  method: SignInMethod;
  network: string;
  userAgent: string;
  /** The session this browser was in, which ends. */
  replaces?: string | null;
};

/**
 * Begins a session. Its secret exists in the cookie alone: the row holds a hash. Where the person has a second factor the
 * session is nobody's until a code is shown.
 */
export async function openSession({
  userId,
  method,
  network,
  userAgent,
  replaces,
}: NewSession): Promise<{ sessionId: string; owesCode: boolean }> {
  const sessionId = newSecretToken();
  const owesCode = await asSystem(async (tx) => {
    const owes = await hasSecondFactor(tx, userId);
    if (replaces) await revoke(tx, eq(sessions.idHash, hashToken(replaces)));
    await tx.insert(sessions).values({
      idHash: hashToken(sessionId),
      userId,
      method,
      network,
      userAgent: userAgent.slice(0, LONGEST_USER_AGENT),
      expiresAt: owes
        ? sql`app_now() + make_interval(mins => ${CODE_MINUTES})`
        : sql`app_now() + make_interval(days => ${IDLE_DAYS})`,
      passwordAt: TYPES_PASSWORD[method] ? sql`app_now()` : null,
    });
    if (!owes)
      await recordAccountEvent({ tx, kind: "signed_in", actorUserId: userId, userId, network, details: { method } });
    return owes;
  });
  return { sessionId, owesCode };
}

type SessionRow = Account & {
  sessionId: string;
  isOperator: boolean;
  emailProved: boolean;
  passwordMs: string | null;
  secondFactorMs: string | null;
  nowMs: string;
  stale: boolean;
};

/**
 * The person and facts of a session; null once it is over, and while its second factor is owed. Asked on every request, so
 * that ending a session acts at once.
 */
export async function findSession(sessionId: string): Promise<Session | null> {
  const idHash = hashToken(sessionId);
  const [row] = await lookUp<SessionRow>(sql`
    select s.id as "sessionId", u.id, u.name, u.email, u.operator_at is not null as "isOperator",
      u.email_proved_at is not null as "emailProved",
      (extract(epoch from s.password_at) * 1000)::bigint as "passwordMs",
      (extract(epoch from s.second_factor_at) * 1000)::bigint as "secondFactorMs",
      (extract(epoch from app_now()) * 1000)::bigint as "nowMs",
      s.last_seen_at < (select app_now()) - make_interval(mins => ${SEEN_EVERY_MINUTES}) as stale
    from sessions s join users u on u.id = s.user_id
    where s.id_hash = ${idHash} and s.revoked_at is null and s.expires_at > (select app_now())
      and (s.second_factor_at is not null or not exists (
        select 1 from second_factors f where f.user_id = u.id and f.confirmed_at is not null))`);
  if (!row) return null;
  if (row.stale) await markSeen(idHash);
  const { sessionId: id, id: userId, name, email, isOperator } = row;
  return {
    id,
    user: { id: userId, name, email, isOperator },
    facts: {
      emailProved: row.emailProved,
      passwordAt: asDate(row.passwordMs),
      secondFactorAt: asDate(row.secondFactorMs),
      now: new Date(Number(row.nowMs)),
    },
  };
}

export async function findSessionUser(sessionId: string): Promise<User | null> {
  return (await findSession(sessionId))?.user ?? null;
}

/** Puts off the idle limit, up to the longest life of a session. */
async function markSeen(idHash: string): Promise<void> {
  await lookUp(sql`
    update sessions set last_seen_at = app_now(), expires_at = least(
      app_now() + make_interval(days => ${IDLE_DAYS}), created_at + make_interval(days => ${LONGEST_DAYS}))
    where id_hash = ${idHash} and revoked_at is null
      and last_seen_at < app_now() - make_interval(mins => ${SEEN_EVERY_MINUTES})`);
}

export async function hasSecondFactor(tx: Tx, userId: string): Promise<boolean> {
  const rows = await tx.execute(
    sql`select 1 from second_factors where user_id = ${userId} and confirmed_at is not null`,
  );
  return rows.length > 0;
}

/** Ends the session a person is in. */
export async function revokeSession(sessionId: string): Promise<void> {
  await asSystem(async (tx) => {
    const [ended] = await revoke(tx, eq(sessions.idHash, hashToken(sessionId)));
    if (ended) await recordAccountEvent({ tx, kind: "signed_out", actorUserId: ended.userId, userId: ended.userId });
  });
}

/** Ends one of a person's sessions, by its name in their list. False when it is not theirs or over. */
export async function endSession(userId: string, id: string): Promise<boolean> {
  return asSystem(async (tx) => {
    const [ended] = await revoke(tx, and(eq(sessions.id, id), eq(sessions.userId, userId)));
    if (ended) await recordAccountEvent({ tx, kind: "session_ended", actorUserId: userId, userId });
    return ended !== undefined;
  });
}

export async function revokeAllSessions(userId: string): Promise<void> {
  await asSystem(async (tx) => {
    await revokeSessions(tx, userId);
    await recordAccountEvent({ tx, kind: "sessions_ended", actorUserId: userId, userId });
  });
}

/** Ends every session of a person, or every one but the session they are in. */
export async function revokeSessions(tx: Tx, userId: string, { but }: { but?: string | null } = {}): Promise<void> {
  await revoke(tx, and(eq(sessions.userId, userId), but ? ne(sessions.idHash, hashToken(but)) : undefined));
}

function revoke(tx: Tx, which: ReturnType<typeof and>): Promise<{ userId: string }[]> {
  return tx
    .update(sessions)
    .set({ revokedAt: sql`app_now()` })
    .where(and(which, isNull(sessions.revokedAt)))
    .returning({ userId: sessions.userId });
}

function asDate(ms: string | null): Date | null {
  return ms === null ? null : new Date(Number(ms));
}
