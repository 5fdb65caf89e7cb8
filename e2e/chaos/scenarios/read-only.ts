import { setTimeout as sleep } from "node:timers/promises";
import { textFigures } from "../count-texts";
import { callOnTheNetwork, untilHungUp } from "../load/network-calls";
import { atLeast, type Scenario, type World } from "../scenario";

const ROUNDS = 10;
/** Of these the network tells as often as Twilio does, and then they are the sweeper's to find. */
const NETWORK_CALLS = 100;

/** A database that answers and writes nothing, as after a failover to the wrong side. */
export const readOnly: Scenario = {
  name: "read-only",
  title: "a database that takes no writes for a while",
  cluster: { web: "handlers", webs: 1, workers: 2, durable: true, wired: false, timeScale: 1 },
  places: (size) => ({ count: size(100, 20), mode: "both" }),
  play: async (world) => {
    let breaking = true;
    const broken = goReadOnly(world).then(() => {
      breaking = false;
    });
    const wishes = { copies: 2, spreadMs: 1_000, dropped: 0.1, ringTwice: 0.1, stops: 0.02 };
    const calls = Number.POSITIVE_INFINITY;
    await Promise.all([
      world.load.run({ calls, until: () => !breaking, atOnce: 60, perSecond: 10, ...wishes }),
      callOnTheNetwork(world, { calls: world.size(NETWORK_CALLS, 15), perSecond: 1 }),
      broken,
    ]);
    await untilHungUp(world);
  },
  figures: (evidence, { load, size, measured }) => [
    atLeast("times read-only", measured.get("times read-only") ?? 0, size(ROUNDS, 2)),
    atLeast(
      "webhooks refused for it",
      evidence.history.filter((one) => one.is === "answer" && one.status >= 500).length,
      size(ROUNDS, 2),
    ),
    ...textFigures(evidence, load.callers.values(), { unconfirmedPercent: 1 }),
  ],
};

async function goReadOnly({ cluster, recorder, random, size, measured }: World): Promise<void> {
  const own = random.fork("read-only");
  for (let round = 1; round <= size(ROUNDS, 2); round++) {
    await sleep(own.between(3_000, 8_000));
    recorder.fault("read-only");
    await setReadOnly(cluster, true);
    await sleep(own.between(3_000, 15_000));
    await setReadOnly(cluster, false);
    recorder.fault("writable again");
    measured.set("times read-only", round);
  }
}

async function setReadOnly({ database }: World["cluster"], on: boolean): Promise<void> {
  await database.asSuperuser(async (sql) => {
    await sql`set default_transaction_read_only = off`;
    await sql.unsafe(`alter system set default_transaction_read_only = ${on ? "on" : "off"}`);
    await sql`select pg_reload_conf()`;
  });
}
