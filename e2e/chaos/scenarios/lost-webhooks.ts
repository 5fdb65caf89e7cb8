import { textFigures } from "../count-texts";
import { decidedAfter } from "../decided-after";
import { callOnTheNetwork, untilHungUp, untilTold } from "../load/network-calls";
import { atLeast, atMost, type Scenario } from "../scenario";

const CALLS = 300;

/** Calls none of whose webhooks arrive: the sweeper finds them in the carrier's own list. */
export const lostWebhooks: Scenario = {
  name: "lost-webhooks",
  title: "every webhook of a call lost",
  cluster: { web: "handlers", webs: 1, workers: 2, durable: false, wired: false, timeScale: 0.2 },
  places: (size) => ({ count: size(40, 10) }),
  play: async (world) => {
    const { cluster, size } = world;
    await cluster.carrier.setFaults({ webhooks: [{ effect: "drop" }] });
    await callOnTheNetwork(world, { calls: size(CALLS, 30), perSecond: 3 });
    await untilHungUp(world);
    // Every webhook has had its last try by then: only the sweeper can tell of the calls.
    await untilTold(world);
    await cluster.carrier.setFaults({});
  },
  figures: (evidence, { load, size }) => {
    const seconds = decidedAfter(evidence);
    return [
      atLeast("calls decided", seconds.length, size(CALLS, 30)),
      atMost("slowest decision after the call's end", Math.max(0, ...seconds), 120, " s"),
      ...textFigures(evidence, load.callers.values()),
    ];
  },
};
