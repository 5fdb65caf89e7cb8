import { textFigures } from "../count-texts";
import { freezeWorkers } from "../faults/freeze";
import { atLeast, type Scenario } from "../scenario";

const TEXTS = 2_000;

/** Workers that stand still for longer than their lease, in the middle of whatever they did, and then go on with it. */
export const freezes: Scenario = {
  name: "freezes",
  title: "workers frozen 16 to 30 s, longer than the lease",
  cluster: { web: "handlers", webs: 1, workers: 2, durable: true, wired: false, timeScale: 1 },
  places: (size) => ({ count: size(100, 20), mode: "both" }),
  play: async (world) => {
    const { load, size, cluster } = world;
    // Slow answers, so that a freeze finds requests under way.
    await cluster.carrier.setFaults({ requests: [{ effect: "slow", ms: 1_500, probability: 0.6 }] });
    let loading = true;
    const freezing = freezeWorkers(world, () => loading);
    const wishes = { copies: 2, spreadMs: 1_000, dropped: 0.1, ringTwice: 0.1, stops: 0.02 };
    await load.run({ calls: size(TEXTS * 1.3, 150), atOnce: 40, perSecond: 5, ...wishes });
    loading = false;
    await freezing;
    await cluster.carrier.setFaults({});
  },
  figures: (evidence, { load, size, measured }) => [
    atLeast("texts", evidence.ledger.filter(({ sid }) => sid).length, size(TEXTS)),
    atLeast("freezes", measured.get("freezes") ?? 0, 1),
    ...textFigures(evidence, load.callers.values(), { unconfirmedPercent: 1 }),
  ],
};
