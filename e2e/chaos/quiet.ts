import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import type { Cluster } from "./cluster/cluster";
import type { LedgerReader } from "./cluster/ledger-reader";

/** What is left to do just now; all zero when it is quiet. */
export type Unfinished = {
  calls: number;
  texts: number;
  recoveries: number;
  onTheNetwork: number;
  /** Calls that are over on the network and of which the app knows nothing yet: the sweeper's to find. */
  unheardOf: number;
};

type Watched = { cluster: Cluster; ledger: LedgerReader };

const EVERY_MS = 500;

/** Waits until nothing is undecided, unknown or on its way. @returns what is left when the patience is over, or null */
export async function untilQuiet(watched: Watched, withinMs: number): Promise<Unfinished | null> {
  const sql = postgres(watched.cluster.database.superUrl, { max: 1, onnotice: () => {} });
  try {
    for (const end = Date.now() + withinMs; ; await sleep(EVERY_MS)) {
      const left = await look(sql, watched);
      if (Object.values(left).every((count) => count === 0)) return null;
      if (Date.now() > end) return left;
    }
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function look(sql: postgres.Sql, { cluster, ledger }: Watched): Promise<Unfinished> {
  const { liveCalls, webhooksInFlight, textsInFlight } = await cluster.carrier.health();
  await ledger.catchUp();
  const [over, called] = [ledger.callsEnded.map(({ sid }) => sid), ledger.callsEnded.map(({ to }) => to)];
  const [rows] = await sql<Omit<Unfinished, "onTheNetwork">[]>`
    select (select count(*) from calls where ended_at is null)::int as calls,
      (select count(*) from messages where status in ('queued', 'sending'))::int as texts,
      (select count(*) from recoveries where state = 'texting' or state = 'held' and held_until <= app_now())::int
        as recoveries,
      (select count(*) from unnest(${over}::text[], ${called}::text[]) ended (sid, number)
        where exists (select from numbers where e164 = number)
          and not exists (select from calls where provider_sid = sid))::int as "unheardOf"`;
  if (!rows) throw new Error("A select brought no row");
  return { ...rows, onTheNetwork: liveCalls + webhooksInFlight + textsInFlight };
}
