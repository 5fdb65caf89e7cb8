import { sql } from "drizzle-orm";
import { lookUp } from "@/db/tenant";
import { passwordMatches } from "./password-hash";
import { forgetAttempts, giveBack, takeAttempt } from "./rate-limit";
import type { Account } from "./session";

export const WRONG_SIGN_IN = "That email and password don't go together.";

export type SignedIn = { ok: true; user: Account } | { ok: false; words: string };

/** Checks an address and password. Says and takes the same for a wrong password and an address nobody has. */
export async function signIn(attempt: { email: string; password: string; network: string }): Promise<SignedIn> {
  const email = attempt.email.trim();
  const byAddress = { limit: "sign_in_address", by: email } as const;
  const byNetwork = { limit: "sign_in_network", by: attempt.network } as const;
  const taken = await takeAttempt(byAddress, byNetwork);
  if (!taken.ok) return taken;

  const [found] = await lookUp<Account & { hash: string }>(
    sql`select id, name, email, password_hash as hash from users where lower(email) = lower(${email})`,
  );
  const matches = await passwordMatches(attempt.password, found?.hash ?? null);
  if (!found || !matches) return { ok: false, words: WRONG_SIGN_IN };
  await Promise.all([forgetAttempts(byAddress), giveBack(byNetwork)]);
  return { ok: true, user: { id: found.id, name: found.name, email: found.email } };
}
