import { textFigures } from "../count-texts";
import { faultyCarrier } from "../faults/carrier-faults";
import { killAtRandom } from "../faults/kill";
import { atLeast, type Scenario } from "../scenario";

const MESSAGES = 10_000;
const KILLS = 300;

/** Web and workers killed at random and at the worst moments, by a carrier that fails in every way it knows. */
export const kills: Scenario = {
  name: "kills",
  title: "SIGKILL at random and at named points, 24 % faulty answers",
  seeds: 3,
  cluster: { web: "handlers", webs: 2, workers: 3, durable: true, wired: true, timeScale: 1 },
  places: (size) => ({ count: size(100, 20), mode: "both" }),
  play: async (world) => {
    const { load, size, cluster, random } = world;
    await cluster.carrier.setFaults(faultyCarrier(random.fork("carrier").whole(1, 1_000_000)));
    stopWhileSending(world);
    let killing = true;
    const killed = killAtRandom(world, { kills: size(KILLS, 10), atPoints: 0.6, pauseMs: [100, 1_400] }).then(() => {
      killing = false;
    });
    const wishes = { copies: 3, spreadMs: 1_500, dropped: 0.1, ringTwice: 0.1, stops: 0.03 };
    await load.run({ calls: size(MESSAGES * 1.1, 100), atOnce: 60, ...wishes });
    await load.run({ calls: Number.POSITIVE_INFINITY, until: () => !killing, atOnce: 10, perSecond: 5, ...wishes });
    await killed;
    await cluster.carrier.setFaults({});
  },
  figures: (evidence, { load, size, measured }) => [
    atLeast("SIGKILLs", measured.get("kills") ?? 0, size(KILLS, 10)),
    atLeast(
      "kinds of named points it struck at",
      [...measured].filter(([what]) => what.startsWith("kills at")).length,
      Math.min(7, size(7)),
    ),
    ...textFigures(evidence, load.callers.values(), { unconfirmedPercent: 1 }),
  ],
};

/** Some callers text STOP at the very moment their text passes the wire. */
function stopWhileSending({ cluster, load, random }: Parameters<Scenario["play"]>[0]): void {
  const own = random.fork("stop while sending");
  cluster.onMessage = (to) => {
    const caller = load.callers.get(to);
    if (caller && own.chance(0.02)) void load.write(caller, "STOP", own.fork(to));
  };
}
