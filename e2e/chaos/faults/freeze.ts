import { setTimeout as sleep } from "node:timers/promises";
import type { World } from "../scenario";

/** Longer than a lease. */
const FROZEN_MS = [16_000, 30_000] as const;
const PAUSE_MS = [500, 3_000] as const;

/** Freezes one worker after the other for longer than its lease lasts; the others go on. */
export async function freezeWorkers(world: World, goesOn: () => boolean): Promise<void> {
  const random = world.random.fork("freezes");
  const { workers } = world.cluster;
  for (let frozen = 1; goesOn(); frozen++) {
    await sleep(random.between(...PAUSE_MS));
    const { child } = random.pick(workers);
    const forMs = random.between(...FROZEN_MS);
    child.freeze();
    world.recorder.fault("SIGSTOP", { process: child.name, until: Date.now() + forMs });
    await sleep(forMs);
    child.thaw();
    world.measured.set("freezes", frozen);
  }
}
