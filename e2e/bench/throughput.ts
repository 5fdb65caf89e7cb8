import { type Contender, pgbenchContender, serverContender } from "./contenders";
import type { Ground } from "./ground";
import { LoadProcess } from "./load/load-process";
import type { Options, Variant } from "./options";
import { median } from "./statistics";
import { emptyTables } from "./tenants";

export type Round = {
  perSecond: number;
  p50: number;
  p99: number;
  /** Processor time of a miss; not a number where the system does not tell. */
  serverMs: number;
  databaseMs: number;
};
export type Throughput = Partial<Record<Variant, Round>>;

const ROUNDS = 3;

/** Misses a second of every server asked for, in rounds that take turns, so that a noisy machine hits all alike. */
export async function benchThroughput(ground: Ground, options: Options): Promise<Throughput> {
  const contenders = await contendersFor(ground, options);
  const rounds = new Map<Variant, Round[]>();
  for (let turn = 1; turn <= ROUNDS; turn++) {
    for (const { variant, run } of contenders) {
      await emptyTables(ground.sql, ground.tenants);
      const round = await run();
      rounds.set(variant, [...(rounds.get(variant) ?? []), round]);
      console.log(`  round ${turn} of ${ROUNDS} (${variant}) ${lineOf(round)}`);
    }
  }
  return Object.fromEntries([...rounds].map(([variant, all]) => [variant, medianOf(all)]));
}

async function contendersFor(ground: Ground, { only, quick, profiles }: Options): Promise<Contender[]> {
  const load = LoadProcess.start();
  ground.supervisor.add({ name: "load", pid: 0, stop: async () => load.stop() });
  const seconds = quick ? 3 : 10;
  const warmUpSeconds = quick ? 4 : 15;
  const contenders: Contender[] = [];
  for (const variant of only) {
    if (variant === "d") contenders.push(...pgbenchContender(ground, seconds));
    else contenders.push(await serverContender({ ground, load, variant, seconds, warmUpSeconds, profiles }));
  }
  return contenders;
}

function medianOf(rounds: Round[]): Round {
  const of = (key: keyof Round) => median(rounds.map((round) => round[key]));
  return {
    ...{ perSecond: of("perSecond"), p50: of("p50"), p99: of("p99") },
    ...{ serverMs: of("serverMs"), databaseMs: of("databaseMs") },
  };
}

function lineOf({ perSecond, p50, p99, serverMs, databaseMs }: Round): string {
  return (
    `${perSecond.toFixed(0).padStart(5)} misses/s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ` +
    `CPU ${serverMs.toFixed(2)} ms server, ${databaseMs.toFixed(2)} ms database`
  );
}
