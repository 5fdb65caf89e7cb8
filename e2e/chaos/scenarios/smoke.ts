import { setTimeout as sleep } from "node:timers/promises";
import { textFigures } from "../count-texts";
import { faultyCarrier } from "../faults/carrier-faults";
import { allReady, kill, killAt } from "../faults/kill";
import { callOnTheNetwork, untilHungUp } from "../load/network-calls";
import { atLeast, type Scenario, type World } from "../scenario";

const FAULTS_MS = 22_000;

/** A minute of everything at once, through the built app. */
export const smoke: Scenario = {
  name: "smoke",
  title: "the built app: repeats, kills of web and worker, 24 % faulty answers",
  cluster: { web: "built", webs: 1, workers: 1, durable: false, wired: true, timeScale: 0.3 },
  places: () => ({ count: 12, mode: "both" }),
  // Few, so that a busy machine still answers most of them.
  deliveriesAtOnce: 8,
  play: async (world) => {
    const { load, cluster } = world;
    await warmUp(world);
    const faults = faultyCarrier(7);
    const calls = [
      { effect: "duplicate", probability: 0.2 },
      { effect: "reorder", probability: 0.1 },
    ];
    await cluster.carrier.setFaults({ ...faults, webhooks: [...(faults.webhooks ?? []), ...calls] });
    const end = Date.now() + FAULTS_MS;
    const wishes = { copies: 3, spreadMs: 1_000, dropped: 0.15, ringTwice: 0.2, stops: 0.05 };
    await Promise.all([
      load.run({ calls: 100, until: () => Date.now() > end, atOnce: 10, perSecond: 5, ...wishes }),
      callOnTheNetwork(world, { calls: 15, perSecond: 1 }),
      killEach(world),
    ]);
    await untilHungUp(world);
    await cluster.carrier.setFaults({});
  },
  figures: (evidence, { load, measured }) => [
    atLeast("processes killed", measured.get("kills") ?? 0, 2),
    ...textFigures(evidence, load.callers.values(), { unconfirmedPercent: 10 }),
  ],
};

/** The first request makes the app load its routes, which is no fault of anybody's. */
async function warmUp({ load }: World): Promise<void> {
  await load.run({ calls: 4, atOnce: 1, copies: 1, spreadMs: 0, dropped: 0, ringTwice: 0, stops: 0 });
}

/** The worker with a text in its hands, the web in the middle of a commit; at any moment where the point does not come. */
async function killEach(world: World): Promise<void> {
  const [web] = world.cluster.webs;
  const [worker] = world.cluster.workers;
  if (!web || !worker) throw new Error("There is nobody to kill");
  await sleep(5_000);
  if (!(await killAt(world, worker, "accepted-untold", 5_000))) kill(world, worker);
  await sleep(2_000);
  if (!(await killAt(world, web, "committed-unanswered", 5_000))) kill(world, web);
  await allReady(world);
}
