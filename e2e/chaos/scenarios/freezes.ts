import { textFigures } from "../count-texts";
import { freezeWebsWithSlot, freezeWorkersInTurn } from "../faults/freeze";
import { TakeOverWatch } from "../faults/take-over";
import { atLeast, type Scenario } from "../scenario";

const TEXTS = 2_000;
const WORKERS = 15;
const WEBS = 15;
/** Most freezes find nothing in hand: a text is in hand for a second or two. */
const TAKEN_OVER = 8;

/**
 * Processes that stand still for longer than their lease and then go on with what they did: workers in the middle of
 * whatever that was, webs with a caller's slot in hand.
 */
export const freezes: Scenario = {
  name: "freezes",
  title: "workers, and webs with a slot in hand, frozen 16 to 30 s, longer than the lease",
  cluster: { web: "handlers", webs: 2, workers: 2, durable: true, wired: true, timeScale: 1 },
  places: (size) => ({ count: size(100, 20), mode: "both" }),
  play: async (world) => {
    const { load, size, cluster, measured } = world;
    // Slow answers, so that a freeze finds requests under way.
    await cluster.carrier.setFaults({ requests: [{ effect: "slow", ms: 1_500, probability: 0.6 }] });
    const watch = new TakeOverWatch(cluster);
    let loading = true;
    const freezing = [freezeWorkersInTurn(world, () => loading), freezeWebsWithSlot(world, () => loading)];
    const wishes = { copies: 2, spreadMs: 1_000, dropped: 0.1, ringTwice: 0.1, stops: 0.02 };
    await load.run({ calls: size(TEXTS * 1.3, 150), atOnce: 40, perSecond: 5, ...wishes });
    loading = false;
    await Promise.all(freezing);
    await cluster.carrier.setFaults({});
    await watch.stop();
    measured.set("taken over", watch.seconds.length);
  },
  figures: (evidence, { load, size, measured }) => [
    atLeast("texts", evidence.ledger.filter(({ sid }) => sid).length, size(TEXTS)),
    atLeast("freezes of workers", measured.get("freezes of workers") ?? 0, size(WORKERS)),
    atLeast("webs frozen with a caller's slot in hand", measured.get("webs frozen with a slot") ?? 0, size(WEBS)),
    atLeast("texts taken over from the frozen", measured.get("taken over") ?? 0, size(TAKEN_OVER, 0)),
    ...textFigures(evidence, load.callers.values(), { unconfirmedPercent: 1 }),
  ],
};
