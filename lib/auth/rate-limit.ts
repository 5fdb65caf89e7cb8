import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { lookUp } from "@/db/tenant";

const MINUTE = 60;

type Rule = {
  most: number;
  seconds: number;
  /** What else the person can do. */
  otherwise?: string;
};

/**
 * How often somebody may try. Generous for people, tight for lists of passwords. `tries` count every attempt, right or
 * wrong, because each costs a computation; `failures` are given back when the attempt was right.
 */
const LIMITS = {
  sign_in_network_tries: { most: 150, seconds: 5 * MINUTE },
  sign_in_network_failures: { most: 60, seconds: 5 * MINUTE },
  sign_in_account_tries: { most: 40, seconds: 15 * MINUTE, otherwise: "Or let us mail you a link to sign in." },
  sign_in_account_failures: { most: 10, seconds: 15 * MINUTE, otherwise: "Or let us mail you a link to sign in." },
  sign_in_device_tries: { most: 40, seconds: 15 * MINUTE },
  sign_in_device_failures: { most: 10, seconds: 15 * MINUTE },
  own_password_tries: { most: 40, seconds: 15 * MINUTE },
  own_password_failures: { most: 10, seconds: 15 * MINUTE },
  code_network_failures: { most: 60, seconds: 5 * MINUTE },
  code_account_failures: { most: 10, seconds: 15 * MINUTE },
  unknown_failures_noted_network: { most: 10, seconds: 60 * MINUTE },
  unknown_failures_noted: { most: 200, seconds: 60 * MINUTE },
  link_network: { most: 60, seconds: 60 * MINUTE },
  link_address: { most: 5, seconds: 60 * MINUTE },
  proof_account: { most: 5, seconds: 60 * MINUTE },
  sign_up_address: { most: 5, seconds: 60 * MINUTE },
  sign_up_network: { most: 100, seconds: 60 * MINUTE },
  reset_address: { most: 5, seconds: 60 * MINUTE },
  reset_network: { most: 60, seconds: 60 * MINUTE },
} as const satisfies Record<string, Rule>;

export type Limit = keyof typeof LIMITS;
export type Attempt = { limit: Limit; by: string };
export type Taken = { ok: true } | { ok: false; words: string };

/**
 * Counts an attempt against every limit it falls under, before it is made: under concurrency exactly `most` pass. Limits
 * of a network come first, so that a network that is refused writes no rows for what it invents.
 * An attempt that turns out to be harmless is handed back with `giveBack`.
 */
export async function takeAttempt(...attempts: Attempt[]): Promise<Taken> {
  const taken: Attempt[] = [];
  for (const attempt of attempts) {
    if (!(await take(attempt))) {
      await giveBack(...taken);
      return { ok: false, words: await refusalWords(attempt) };
    }
    taken.push(attempt);
  }
  return { ok: true };
}

export async function giveBack(...attempts: Attempt[]): Promise<void> {
  for (const { limit, by } of attempts) {
    await lookUp(sql`update rate_limits set count = greatest(count - 1, 0)
      where key = ${keyOf(limit, by)} and window_start = ${windowStart(limit)}`);
  }
}

async function take({ limit, by }: Attempt): Promise<boolean> {
  const rows = await lookUp<{ count: number }>(sql`
    insert into rate_limits (key, window_start, count) values (${keyOf(limit, by)}, ${windowStart(limit)}, 1)
    on conflict (key, window_start) do update set count = rate_limits.count + 1
      where rate_limits.count < ${LIMITS[limit].most}
    returning count`);
  return rows.length > 0;
}

async function refusalWords({ limit }: Attempt): Promise<string> {
  const rule: Rule = LIMITS[limit];
  const [row] = await lookUp<{ seconds: number }>(sql`
    select extract(epoch from ${windowStart(limit)} - app_now())::int + ${rule.seconds}::int as seconds`);
  const minutes = Math.max(1, Math.ceil((row?.seconds ?? 0) / MINUTE));
  const words = `Too many tries for now. Try again in ${minutes === 1 ? "1 minute" : `${minutes} minutes`}.`;
  return rule.otherwise ? `${words} ${rule.otherwise}` : words;
}

/** Windows stand still on the database's clock, so that every machine counts in the same one. */
function windowStart(limit: Limit) {
  const { seconds } = LIMITS[limit];
  return sql`to_timestamp(floor(extract(epoch from app_now()) / ${seconds}::int) * ${seconds}::int)`;
}

/** The table needs to count addresses, not to know them: a key is a hash, as long as every other. */
function keyOf(limit: Limit, by: string): string {
  return `${limit}:${createHash("sha256").update(by).digest("base64url")}`;
}
