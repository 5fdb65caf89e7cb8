import { setTimeout as sleep } from "node:timers/promises";
import type { World } from "../scenario";

const SILENT_MS = [10_000, 25_000] as const;
/** How long a dead connection stays unnoticed after the network is well again. */
const FORGOTTEN_MS = 15_000;

/**
 * The wire of one process goes silent, to Postgres or to the carrier: connections stay, and nothing passes. Then new ones
 * work again, while the old ones stay dead for another while before anybody is told.
 */
export async function goSilent(world: World, rounds: number): Promise<void> {
  const random = world.random.fork("half-open");
  const { members } = world.cluster;
  for (let round = 1; round <= rounds; round++) {
    await sleep(random.between(2_000, 5_000));
    const { child, database, carrier } = random.pick(members);
    const wire = carrier && random.chance(0.5) ? carrier : database;
    const what = wire === carrier ? "the carrier" : "Postgres";
    const silentMs = random.between(...SILENT_MS);
    world.recorder.fault(`silent towards ${what}`, {
      process: child.name,
      until: Date.now() + silentMs + FORGOTTEN_MS,
    });
    wire?.swallow();
    await sleep(silentMs);
    wire?.mend();
    await sleep(FORGOTTEN_MS);
    if (wire === database) database?.cut("silent");
    world.measured.set("silences", round);
  }
}
