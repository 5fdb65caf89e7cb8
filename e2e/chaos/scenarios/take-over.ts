import { setTimeout as sleep } from "node:timers/promises";
import type { Point } from "../cluster/points";
import { textFigures } from "../count-texts";
import { killAt } from "../faults/kill";
import { TakeOverWatch } from "../faults/take-over";
import { atLeast, atMost, type Scenario } from "../scenario";

const KILLS = 40;
const POINTS: readonly Point[] = ["claimed", "claim-unanswered", "request-unsent", "request-sent", "accepted-untold"];

/** A worker dies with texts in its hands; another takes them over soon after the lease ends. */
export const takeOver: Scenario = {
  name: "take-over",
  title: "a killed worker's texts are taken over",
  cluster: { web: "handlers", webs: 1, workers: 2, durable: true, wired: true, timeScale: 1 },
  places: (size) => ({ count: size(50, 10) }),
  play: async (world) => {
    const { load, size, cluster, random, measured } = world;
    const watch = new TakeOverWatch(cluster);
    let killing = true;
    const wishes = { copies: 1, spreadMs: 500, dropped: 0, ringTwice: 0, stops: 0 };
    const calls = Number.POSITIVE_INFINITY;
    const loading = load.run({ calls, until: () => !killing, atOnce: 10, perSecond: 3, ...wishes });
    for (let done = 0; done < size(KILLS, 5); done++) {
      const point = POINTS[done % POINTS.length] ?? "claimed";
      await killAt(world, random.pick(cluster.workers), point);
      await sleep(1_000);
    }
    killing = false;
    await loading;
    // The last one's lease and the wait for its take-over.
    await sleep(31_000);
    await watch.stop();
    measured.set("texts taken over", watch.seconds.length);
    measured.set("slowest take-over, s", Math.max(0, ...watch.seconds));
  },
  figures: (evidence, { load, size, measured }) => [
    atLeast("workers killed with a text in hand", measured.get("kills") ?? 0, size(KILLS, 5)),
    atLeast("texts taken over", measured.get("texts taken over") ?? 0, size(KILLS / 2, 1)),
    atMost("slowest take-over after the lease's end", measured.get("slowest take-over, s") ?? 0, 15, " s"),
    ...textFigures(evidence, load.callers.values(), { unconfirmedPercent: 1 }),
  ],
};
