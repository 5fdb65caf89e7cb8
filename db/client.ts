import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/env";

const SECONDS = 1;

function connect(max: number) {
  return postgres(env().DATABASE_URL, {
    max,
    connect_timeout: 3 * SECONDS,
    max_lifetime: 30 * 60 * SECONDS,
    onnotice: () => {},
    connection: {
      application_name: "ringback",
      // A frozen process must not sit on a caller's slot for ever.
      idle_in_transaction_session_timeout: 10_000,
      statement_timeout: 30_000,
    },
  });
}

// `next dev` loads modules again and again; the pools must survive that.
const kept = globalThis as typeof globalThis & { ringbackPools?: ReturnType<typeof open> };

function open() {
  // Two clients, because drizzle() replaces the JSON and date parsers of the one it is given.
  const pool = connect(10);
  return { pool, db: drizzle(pool), raw: connect(2) };
}

/** Only `db/tenant.ts` may import this: every other reader goes through a workspace. */
export function pools() {
  kept.ringbackPools ??= open();
  return kept.ringbackPools;
}

export async function closePools(): Promise<void> {
  const open = kept.ringbackPools;
  if (!open) return;
  kept.ringbackPools = undefined;
  await Promise.all([open.pool.end({ timeout: 5 }), open.raw.end({ timeout: 5 })]);
}
