import { Explained } from "@/scripts/lib/explained.mjs";
import { step } from "@/scripts/lib/steps.mjs";
import { cpuSecondsOf } from "./cpu-seconds";
import type { Ground } from "./ground";
import type { LoadProcess } from "./load/load-process";
import type { Variant } from "./options";
import { findPgbench } from "./pgbench";
import { type Served, type Server, startServer } from "./servers";
import { emptyTables } from "./tenants";
import type { Round } from "./throughput";

/** One of those that are compared; a run finds the tables empty. */
export type Contender = { variant: Variant; run(): Promise<Round> };

const CONCURRENCY = 16;
/** While the others have their turns a server idles, and its engine throws compiled code away: it is made again first. */
const ROUND_WARM_UP_SECONDS = 15;

type Wanted = {
  ground: Ground;
  load: LoadProcess;
  variant: Served;
  seconds: number;
  warmUpSeconds: number;
  profiles: string | undefined;
};

/** A server that runs and is warm. */
export async function serverContender({ seconds, warmUpSeconds, ...wanted }: Wanted): Promise<Contender> {
  const { ground, load, variant, profiles } = wanted;
  const server = await startServer(ground, variant, profiles);
  const { account, tenants } = ground;
  const target = { port: server.port, tenants, account };
  await step(`Warming up ${server.name}`, async () => {
    await emptyTables(ground.sql, tenants);
    // One at a time first: a cold server may not manage many within its deadline, and need not.
    await load.run({ ...target, concurrency: 1, warmUpSeconds: 0, seconds: 1 });
    await load.run({ ...target, concurrency: CONCURRENCY, warmUpSeconds: 0, seconds: warmUpSeconds });
  });
  const pace = { concurrency: CONCURRENCY, warmUpSeconds: ROUND_WARM_UP_SECONDS, seconds };
  return { variant, run: () => runRound({ ground, load, server, pace }) };
}

type Plan = {
  ground: Ground;
  load: LoadProcess;
  server: Server;
  pace: { concurrency: number; warmUpSeconds: number; seconds: number };
};

async function runRound({ ground, load, server, pace }: Plan): Promise<Round> {
  const { account, tenants, postgresPid } = ground;
  const cpu = () => ({ server: cpuSecondsOf(ground.pidOf(server.name)), database: cpuSecondsOf(postgresPid) });
  let before = cpu();
  const measured = await load.run({ ...pace, port: server.port, tenants, account }, () => {
    before = cpu();
  });
  const after = cpu();
  const { sent, counted, answers, p50, p99 } = measured;
  if (answers[200] !== sent) {
    const answered = JSON.stringify(answers);
    throw new Explained(`Void: ${server.name} did not answer every miss with 200: ${answered} of ${sent}.`);
  }
  await assertWritten(ground, server.name, sent);
  return {
    perSecond: counted / pace.seconds,
    ...{ p50, p99 },
    serverMs: ((after.server - before.server) * 1_000) / counted,
    databaseMs: ((after.database - before.database) * 1_000) / counted,
  };
}

/** None where there is no pgbench; said aloud, because a table with a hole in it raises questions. */
export function pgbenchContender(ground: Ground, seconds: number): Contender[] {
  const pgbench = findPgbench(ground);
  if (!pgbench) {
    console.log("  (d) is left out: there is no pgbench beside the embedded PostgreSQL or on the path.");
    return [];
  }
  console.log(`  (d) is ${pgbench.version}`);
  const run = async () => {
    const before = cpuSecondsOf(ground.postgresPid);
    const { transactions, ...round } = await pgbench.run(seconds);
    const databaseMs = ((cpuSecondsOf(ground.postgresPid) - before) * 1_000) / transactions;
    await assertWritten(ground, "pgbench", transactions);
    return { ...round, serverMs: Number.NaN, databaseMs };
  };
  return [{ variant: "d", run }];
}

/** Who writes less than a whole miss is fast for nothing. @throws when a row is missing or one too many */
async function assertWritten({ sql }: Ground, name: string, misses: number): Promise<void> {
  const [found] = await sql<Record<string, number>[]>`
    select
      (select count(*) from webhooks)::int as webhooks,
      (select count(*) from calls where state = 'missed' and ended_at is not null)::int as calls,
      (select count(*) from caller_slots)::int as slots,
      (select count(*) from recoveries)::int as recoveries,
      (select count(*) from recoveries where state = 'texting' and message_id is not null
        and jsonb_typeof(trace) = 'array' and jsonb_typeof(facts) = 'object')::int as texting,
      (select count(*) from messages m join recoveries r on r.workspace_id = m.workspace_id and r.message_id = m.id
        where m.status = 'queued')::int as messages`;
  const wrong = Object.values(found ?? {}).some((count) => count !== misses);
  if (found && !wrong) return;
  throw new Explained(`Void: ${name} answered ${misses} misses and wrote ${JSON.stringify(found)}.`);
}
