import { setTimeout as sleep } from "node:timers/promises";
import { textFigures } from "../count-texts";
import { atLeast, atMost, type Scenario, type World } from "../scenario";

const KILLS = 20;
const ACKNOWLEDGED = 50_000;

/** Postgres killed under load: what was answered 2xx must be there when it comes back. */
export const databaseKills: Scenario = {
  name: "database-kills",
  title: "Postgres killed and restarted under load",
  cluster: { web: "handlers", webs: 2, workers: 2, durable: true, wired: false, timeScale: 1 },
  places: (size) => ({ count: size(200, 20), mode: "both" }),
  play: async (world) => {
    const { load, postman, size } = world;
    let killing = true;
    const killed = killDatabase(world).then(() => {
      killing = false;
    });
    const until = () => !killing && postman.acknowledged >= size(ACKNOWLEDGED, 500);
    const wishes = { copies: 2, spreadMs: 500, dropped: 0, ringTwice: 0.1, stops: 0.02 };
    await load.run({ calls: Number.POSITIVE_INFINITY, until, atOnce: 60, ...wishes });
    await killed;
  },
  figures: (evidence, { load, postman, size, measured }) => [
    atLeast("times killed", measured.get("database kills") ?? 0, size(KILLS, 2)),
    atLeast("acknowledged webhooks", postman.acknowledged, size(ACKNOWLEDGED, 500)),
    atMost("slowest return of Postgres", measured.get("slowest return, s") ?? 0, 60, " s"),
    ...textFigures(evidence, load.callers.values(), { unconfirmedPercent: 1 }),
  ],
};

async function killDatabase({ cluster, recorder, random, size, postman, measured }: World): Promise<void> {
  const own = random.fork("database kills");
  const kills = size(KILLS, 2);
  for (let done = 0; done < kills; done++) {
    // Spread over the whole load, and never so soon that nothing has come back yet.
    const share = (postman.acknowledged / size(ACKNOWLEDGED, 500)) * kills;
    await sleep(own.between(2_000, 5_000));
    if (share < done) await sleep(own.between(500, 3_000));
    recorder.fault("Postgres killed");
    const begun = Date.now();
    await cluster.database.killAndRestart();
    recorder.fault("Postgres is back");
    measured.set("database kills", done + 1);
    measured.set("slowest return, s", Math.max(measured.get("slowest return, s") ?? 0, (Date.now() - begun) / 1000));
  }
}
