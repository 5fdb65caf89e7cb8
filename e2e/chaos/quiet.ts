import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import type { Cluster } from "./cluster/cluster";

/** What is left to do just now; all zero when it is quiet. */
export type Unfinished = { calls: number; texts: number; recoveries: number; onTheNetwork: number };

const EVERY_MS = 500;

/** Waits until nothing is undecided, unknown or on its way. @returns what is left when the patience is over, or null */
export async function untilQuiet(cluster: Cluster, withinMs: number): Promise<Unfinished | null> {
  const sql = postgres(cluster.database.superUrl, { max: 1, onnotice: () => {} });
  try {
    for (const end = Date.now() + withinMs; ; await sleep(EVERY_MS)) {
      const left = await look(sql, cluster);
      if (Object.values(left).every((count) => count === 0)) return null;
      if (Date.now() > end) return left;
    }
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function look(sql: postgres.Sql, { carrier }: Cluster): Promise<Unfinished> {
  const [rows] = await sql<{ calls: number; texts: number; recoveries: number }[]>`
    select (select count(*) from calls where ended_at is null)::int as calls,
      (select count(*) from messages where status in ('queued', 'sending'))::int as texts,
      (select count(*) from recoveries where state = 'texting')::int as recoveries`;
  const { liveCalls, webhooksInFlight, textsInFlight } = await carrier.health();
  return {
    ...(rows ?? { calls: 1, texts: 0, recoveries: 0 }),
    onTheNetwork: liveCalls + webhooksInFlight + textsInFlight,
  };
}
