import { setTimeout as sleep } from "node:timers/promises";
import { textFigures } from "../count-texts";
import { atLeast, atMost, type Scenario, type World } from "../scenario";
import { until } from "../until";

const KILLS = 20;
const ACKNOWLEDGED = 50_000;
/** The last kill comes when this share is acknowledged: there is load after it as well. */
const LAST_KILL_AT = 0.95;
const BEFORE_LAST_KILL = 0.9;
const NEXT_KILL_WITHIN_MS = 900_000;

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
    const isOver = () => !killing && postman.acknowledged >= size(ACKNOWLEDGED, 500);
    const wishes = { copies: 2, spreadMs: 500, dropped: 0, ringTwice: 0.1, stops: 0.02 };
    await load.run({ calls: Number.POSITIVE_INFINITY, until: isOver, atOnce: 60, ...wishes });
    await killed;
  },
  figures: (evidence, { load, postman, size, measured }) => [
    atLeast("times killed", measured.get("database kills") ?? 0, size(KILLS, 2)),
    atLeast("acknowledged webhooks", postman.acknowledged, size(ACKNOWLEDGED, 500)),
    atLeast(
      "acknowledged before the last kill",
      measured.get("acknowledged before the last kill") ?? 0,
      Math.floor(size(ACKNOWLEDGED, 500) * BEFORE_LAST_KILL),
    ),
    atMost("slowest return of Postgres", measured.get("slowest return, s") ?? 0, 60, " s"),
    ...textFigures(evidence, load.callers.values(), { unconfirmedPercent: 1 }),
  ],
};

async function killDatabase({ cluster, recorder, random, size, postman, measured }: World): Promise<void> {
  const own = random.fork("database kills");
  const kills = size(KILLS, 2);
  for (let done = 0; done < kills; done++) {
    // Spread over the whole load, and never so soon that nothing has come back yet.
    const due = (size(ACKNOWLEDGED, 500) * LAST_KILL_AT * (done + 1)) / kills;
    await sleep(own.between(2_000, 5_000));
    await until(`${Math.ceil(due)} webhooks are acknowledged`, NEXT_KILL_WITHIN_MS, () => postman.acknowledged >= due);
    measured.set("acknowledged before the last kill", postman.acknowledged);
    recorder.fault("Postgres killed");
    const begun = Date.now();
    await cluster.database.killAndRestart();
    recorder.fault("Postgres is back");
    measured.set("database kills", done + 1);
    measured.set("slowest return, s", Math.max(measured.get("slowest return, s") ?? 0, (Date.now() - begun) / 1000));
  }
}
