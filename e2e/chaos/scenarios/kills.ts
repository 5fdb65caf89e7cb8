import { textFigures } from "../count-texts";
import { faultyCarrier } from "../faults/carrier-faults";
import { killAtRandom } from "../faults/kill";
import { atLeast, type Scenario, type World } from "../scenario";

const CALLS = 11_000;
/** Of the calls some are answered, and some callers press 9 or text STOP. */
const TEXTS = 7_000;
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
    await load.run({ calls: size(CALLS, 100), atOnce: 60, ...wishes });
    await load.run({ calls: Number.POSITIVE_INFINITY, until: () => !killing, atOnce: 10, perSecond: 5, ...wishes });
    await killed;
    await cluster.carrier.setFaults({});
  },
  figures: (evidence, { load, size, measured }) => [
    atLeast("SIGKILLs", measured.get("kills") ?? 0, size(KILLS, 10)),
    atLeast("of these at named points", sum(atPoints(measured)), size(KILLS / 5, 1)),
    atLeast("kinds of named points it struck at", atPoints(measured).length, Math.min(7, size(7))),
    atLeast("texts", evidence.ledger.filter(({ sid }) => sid !== null).length, size(TEXTS, 50)),
    ...textFigures(evidence, load.callers.values(), { unconfirmedPercent: 1 }),
  ],
};

/** How often each kind of named point was struck at. */
function atPoints(measured: World["measured"]): number[] {
  return [...measured].flatMap(([what, times]) => (what.startsWith("kills at") ? [times] : []));
}

const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);

/** Some callers text STOP at the very moment their text passes the wire. */
function stopWhileSending({ cluster, load, random }: World): void {
  const own = random.fork("stop while sending");
  cluster.onMessage = (to) => {
    const caller = load.callers.get(to);
    if (caller && own.chance(0.02)) void load.write(caller, "STOP", own.fork(to));
  };
}
