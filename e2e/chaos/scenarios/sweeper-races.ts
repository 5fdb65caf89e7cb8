import { textFigures } from "../count-texts";
import { decidedAfter } from "../decided-after";
import { callOnTheNetwork, untilHungUp, untilTold } from "../load/network-calls";
import { atLeast, atMost, type Scenario } from "../scenario";

const CALLS = 600;
/** As long as the sweeper's turn, so that webhooks come before, after and while it reads. */
const LATEST_MS = 60_000;

/** Calls of which some webhooks come late and some never: the sweepers and what still comes are after the same calls. */
export const sweeperRaces: Scenario = {
  name: "sweeper-races",
  title: "webhooks late, twice or lost, while two sweepers look",
  cluster: { web: "handlers", webs: 2, workers: 2, durable: false, wired: false, timeScale: 0.2 },
  places: (size) => ({ count: size(40, 10) }),
  play: async (world) => {
    const { cluster, size } = world;
    await cluster.carrier.setFaults({
      webhooks: [
        { effect: "drop", probability: 0.35 },
        { effect: "duplicate", probability: 0.3, times: 2 },
        {
          effect: "delay",
          kinds: ["number_status", "gather", "redirect"],
          probability: 0.5,
          minMs: 0,
          maxMs: LATEST_MS,
        },
      ],
    });
    await callOnTheNetwork(world, { calls: size(CALLS, 60), perSecond: 5 });
    await untilHungUp(world);
    await untilTold(world);
    await cluster.carrier.setFaults({});
  },
  figures: (evidence, { load, size }) => {
    const seconds = decidedAfter(evidence);
    return [
      atLeast("calls decided", seconds.length, size(CALLS, 60)),
      atMost("slowest decision after the call's end", Math.max(0, ...seconds), 120, " s"),
      ...textFigures(evidence, load.callers.values()),
    ];
  },
};
