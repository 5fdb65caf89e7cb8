import { callWithFaults, decisionFigures } from "../load/faulty-network";
import type { Scenario } from "../scenario";

const CALLS = 300;

/** Calls none of whose webhooks arrive: the sweeper finds them in the carrier's own list. */
export const lostWebhooks: Scenario = {
  name: "lost-webhooks",
  title: "every webhook of a call lost",
  cluster: { web: "handlers", webs: 1, workers: 2, durable: false, wired: false, timeScale: 0.2 },
  places: (size) => ({ count: size(40, 10) }),
  play: (world) =>
    callWithFaults(world, { webhooks: [{ effect: "drop" }], calls: world.size(CALLS, 30), perSecond: 3 }),
  figures: (evidence, world) => decisionFigures(evidence, world, world.size(CALLS, 30)),
};
