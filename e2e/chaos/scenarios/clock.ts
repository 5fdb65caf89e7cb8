import { textFigures } from "../count-texts";
import { faultyCarrier } from "../faults/carrier-faults";
import { killAtRandom } from "../faults/kill";
import { callOnTheNetwork, untilHungUp } from "../load/network-calls";
import { atLeast, type Scenario } from "../scenario";

const HOUR_MS = 3_600_000;
const CALLS = 2_000;
/** Of these the network tells as often as Twilio does, and then they are the sweeper's to find. */
const NETWORK_CALLS = 100;

/** The machines of the app have the wrong time and only the database has the right one; workers die as well. */
function clockOff(name: string, clockOffsetMs: number): Scenario {
  return {
    name,
    title: `the app's clock an hour ${clockOffsetMs > 0 ? "ahead" : "behind"}`,
    cluster: { web: "handlers", webs: 1, workers: 2, durable: true, wired: true, timeScale: 1, clockOffsetMs },
    places: (size) => ({ count: size(100, 20), mode: "both" }),
    play: async (world) => {
      const { load, size, cluster, random } = world;
      await cluster.carrier.setFaults(faultyCarrier(random.fork("carrier").whole(1, 1_000_000)));
      const killed = killAtRandom(world, { kills: size(20, 3), atPoints: 0.6, pauseMs: [1_000, 4_000] });
      const wishes = { copies: 2, spreadMs: 1_000, dropped: 0.1, ringTwice: 0.1, stops: 0.02 };
      await Promise.all([
        load.run({ calls: size(CALLS, 100), atOnce: 40, perSecond: 20, ...wishes }),
        callOnTheNetwork(world, { calls: size(NETWORK_CALLS, 10), perSecond: 1 }),
        killed,
      ]);
      await untilHungUp(world);
      await cluster.carrier.setFaults({});
    },
    figures: (evidence, { load, size }) => [
      atLeast("calls", load.calls, size(CALLS, 100)),
      ...textFigures(evidence, load.callers.values(), { unconfirmedPercent: 2 }),
    ],
  };
}

export const clockAhead = clockOff("clock-ahead", HOUR_MS);
export const clockBehind = clockOff("clock-behind", -HOUR_MS);
