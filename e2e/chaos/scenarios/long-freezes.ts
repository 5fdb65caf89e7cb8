import { textFigures } from "../count-texts";
import { freezeAfterLastCheck } from "../faults/freeze";
import { atLeast, type Scenario } from "../scenario";

const FREEZES = 60;

/**
 * Workers that stand still between their last check and the request, until others have settled that nothing was sent and
 * have sent: the fence was theirs when they looked, and nothing but the time tells them that it is not any more.
 */
export const longFreezes: Scenario = {
  name: "long-freezes",
  title: "workers frozen 35 to 60 s right after the last check, longer than the settle time",
  cluster: { web: "handlers", webs: 1, workers: 4, durable: true, wired: true, timeScale: 1 },
  places: (size) => ({ count: size(100, 20) }),
  play: async (world) => {
    const { load, size } = world;
    let freezing = true;
    const frozen = freezeAfterLastCheck(world, size(FREEZES, 3)).finally(() => {
      freezing = false;
    });
    const wishes = { copies: 1, spreadMs: 500, dropped: 0.05, ringTwice: 0.1, stops: 0.02 };
    await load.run({ calls: Number.POSITIVE_INFINITY, until: () => !freezing, atOnce: 30, perSecond: 5, ...wishes });
    await frozen;
  },
  figures: (evidence, { load, size, measured }) => [
    atLeast("freezes after the last check", measured.get("freezes after the last check") ?? 0, size(FREEZES, 3)),
    ...textFigures(evidence, load.callers.values(), { unconfirmedPercent: 1 }),
  ],
};
