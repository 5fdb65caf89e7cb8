import { setTimeout as sleep } from "node:timers/promises";
import { textFigures } from "../count-texts";
import { atLeast, atMost, type Scenario, type World } from "../scenario";

const RESTARTS = 50;

/** A deployment after the other: every process ends when it is told to, and begins again, while calls come in. */
export const rollingRestarts: Scenario = {
  name: "rolling-restarts",
  title: "rolling restarts under load",
  cluster: { web: "handlers", webs: 2, workers: 2, durable: true, wired: false, timeScale: 1 },
  places: (size) => ({ count: size(100, 20), mode: "both" }),
  play: async (world) => {
    let restarting = true;
    const restarted = restart(world).then(() => {
      restarting = false;
    });
    const wishes = { copies: 2, spreadMs: 1_000, dropped: 0.1, ringTwice: 0.1, stops: 0.02 };
    const calls = Number.POSITIVE_INFINITY;
    await world.load.run({ calls, until: () => !restarting, atOnce: 40, perSecond: 10, ...wishes });
    await restarted;
  },
  figures: (evidence, { load, size, measured }) => [
    atLeast("restarts", measured.get("restarts") ?? 0, size(RESTARTS, 4)),
    // The plain server of the handlers is none of the product: how it ends proves nothing.
    atMost("slowest end of a worker", measured.get("slowest end of a worker, s") ?? 0, 10, " s"),
    ...textFigures(evidence, load.callers.values()),
  ],
};

async function restart({ cluster, recorder, measured, size }: World): Promise<void> {
  for (let done = 0; done < size(RESTARTS, 4); done++) {
    const member = cluster.members[done % cluster.members.length];
    if (!member) return;
    await sleep(500);
    recorder.fault("restarted", { process: member.child.name });
    const seconds = (await member.child.restart()) / 1000;
    const slowest = `slowest end of a ${member.kind}, s`;
    measured.set("restarts", done + 1);
    measured.set(slowest, Math.max(measured.get(slowest) ?? 0, seconds));
  }
}
