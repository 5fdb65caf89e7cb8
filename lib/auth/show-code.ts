import { sql } from "drizzle-orm";
import type { SignInMethod } from "@/db/enums";
import { asSystem, lookUp } from "@/db/tenant";
import { recordAccountEvent } from "@/lib/audit/record-account-event";
import { takeCode, withTries } from "./second-factor";
import { hashToken, newSecretToken } from "./secret-token";
import { IDLE_DAYS } from "./session";

export type HalfSession = { userId: string; email: string; method: SignInMethod };

/** The person of a session that still owes its code; null for every other session. */
export async function findHalfSession(sessionId: string): Promise<HalfSession | null> {
  const [row] = await lookUp<HalfSession>(sql`
    select s.user_id as "userId", u.email, s.method from sessions s
    join users u on u.id = s.user_id join second_factors f on f.user_id = u.id
    where s.id_hash = ${hashToken(sessionId)} and s.revoked_at is null and s.expires_at > (select app_now())
      and s.second_factor_at is null and f.confirmed_at is not null`);
  return row ?? null;
}

const OVER = { ok: false as const, words: "That took too long. Sign in again." };

type Shown = { ok: true; userId: string; sessionId: string } | { ok: false; words: string };

/** Ends the wait for a code: from now on the session is the person's, under a new secret id. */
export async function showCode({
  sessionId,
  code,
  network,
}: {
  sessionId: string;
  code: string;
  network: string;
}): Promise<Shown> {
  const half = await findHalfSession(sessionId);
  if (!half) return OVER;
  const { userId, method } = half;
  return withTries({ userId, network }, () =>
    asSystem(async (tx) => {
      const taken = await takeCode(tx, { userId, network, code });
      if (!taken.ok) return taken;
      const renewed = newSecretToken();
      const rows = await tx.execute(sql`
        update sessions set second_factor_at = app_now(), last_seen_at = app_now(), id_hash = ${hashToken(renewed)},
          expires_at = app_now() + make_interval(days => ${IDLE_DAYS})
        where id_hash = ${hashToken(sessionId)} and revoked_at is null and expires_at > app_now() returning 1`);
      if (rows.length === 0) return OVER;
      const details = { method, secondFactor: true };
      await recordAccountEvent({ tx, kind: "signed_in", actorUserId: userId, userId, network, details });
      return { ok: true, userId, sessionId: renewed };
    }),
  );
}
