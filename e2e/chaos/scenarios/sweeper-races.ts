import { callWithFaults, decisionFigures } from "../load/faulty-network";
import type { Scenario } from "../scenario";

const CALLS = 600;
/** As long as the sweeper's turn, so that webhooks come before, after and while it reads. */
const LATEST_MS = 60_000;
const LATE = ["number_status", "gather", "redirect"];

/** Calls of which some webhooks come late and some never: the sweepers and what still comes are after the same calls. */
export const sweeperRaces: Scenario = {
  name: "sweeper-races",
  title: "webhooks late, twice or lost, while two sweepers look",
  cluster: { web: "handlers", webs: 2, workers: 2, durable: false, wired: false, timeScale: 0.2 },
  places: (size) => ({ count: size(40, 10) }),
  play: (world) =>
    callWithFaults(world, {
      webhooks: [
        { effect: "drop", probability: 0.35 },
        { effect: "duplicate", probability: 0.3, times: 2 },
        { effect: "delay", kinds: LATE, probability: 0.5, minMs: 0, maxMs: LATEST_MS },
      ],
      calls: world.size(CALLS, 60),
      perSecond: 5,
    }),
  figures: (evidence, world) => decisionFigures(evidence, world, world.size(CALLS, 60)),
};
