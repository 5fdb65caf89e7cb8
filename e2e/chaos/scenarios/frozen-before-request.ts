import { setTimeout as sleep } from "node:timers/promises";
import { textFigures } from "../count-texts";
import { atLeast, type Scenario, type World } from "../scenario";

const TEXTS = 2_000;
const PER_SECOND = 8;
const FREEZES = 20;
/** Longer than the lease, and short enough that whoever took over is still in doubt about its own request. */
const FROZEN_MS = [17_000, 20_000] as const;
const BEFORE_FREEZE_MS = 4_000;
/** Longer than a lease and shorter than the settle time: who looks earlier finds no proof, and sends again. */
const LIST_LAG_MS = 20_000;
/** The network stays as it is while they go on with what they did. */
const AFTER_THAW_MS = 4_000;

/**
 * Workers frozen between claim and last check, where slow look-ups keep texts, while every answer and report gets lost
 * although the carrier took the text. The row says `sending` all the while: nothing but the fence tells the one who wakes up that
 * it is late, and nothing but the list, in its time, that the text went.
 */
export const frozenBeforeRequest: Scenario = {
  name: "frozen-before-request",
  title: "workers frozen before the last check, answers lost",
  cluster: { web: "handlers", webs: 1, workers: 4, durable: false, wired: false, timeScale: 1 },
  places: (size) => ({ count: size(100, 20) }),
  play: async (world) => {
    const { load, size, cluster, random } = world;
    await cluster.database.asSuperuser((sql) => sql`update recovery_settings set look_up_line_type = true`);
    await cluster.carrier.setFaults({
      seed: random.fork("carrier").whole(1, 1_000_000),
      listLagMs: LIST_LAG_MS,
      webhooks: [{ effect: "drop", kinds: ["message_status"] }],
      requests: [
        { effect: "slow", operation: "lookup", ms: 1_600 },
        { effect: "error_after", probability: 0.5 },
        { effect: "reset_after" },
      ],
    });
    let loading = true;
    const freezing = freezeAllButOne(world, () => loading);
    const wishes = { copies: 1, spreadMs: 0, dropped: 0, ringTwice: 0, stops: 0 };
    await load.run({ calls: size(TEXTS, 100), atOnce: 40, perSecond: PER_SECOND, ...wishes });
    loading = false;
    await freezing;
    await cluster.carrier.setFaults({});
  },
  figures: (evidence, { load, size, measured }) => [
    atLeast("freezes", measured.get("freezes") ?? 0, size(FREEZES, 3)),
    ...textFigures(evidence, load.callers.values()),
  ],
};

/** The workers stand still at the same time, but for one that takes over; again and again. */
async function freezeAllButOne({ cluster, recorder, random, measured }: World, goesOn: () => boolean): Promise<void> {
  const own = random.fork("freezes");
  for (let times = 1; goesOn(); times++) {
    await sleep(BEFORE_FREEZE_MS);
    const frozen = own.shuffled(cluster.workers).slice(1);
    const forMs = own.between(...FROZEN_MS);
    for (const { child } of frozen) {
      child.freeze();
      recorder.fault("SIGSTOP", { process: child.name, until: Date.now() + forMs });
    }
    await sleep(forMs);
    for (const { child } of frozen) child.thaw();
    await sleep(AFTER_THAW_MS);
    measured.set("freezes", times * frozen.length);
  }
}
