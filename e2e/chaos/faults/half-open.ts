import { setTimeout as sleep } from "node:timers/promises";
import type { World } from "../scenario";
import { count } from "./kill";

const SILENT_MS = [10_000, 25_000] as const;
/** How long a dead connection stays unnoticed after the network is well again. */
const FORGOTTEN_MS = 15_000;

/**
 * The wire of one process goes silent, to the carrier and to Postgres in turn: connections stay, and nothing passes. Then
 * new ones work again, while the old ones stay dead for another while before anybody is told.
 */
export async function goSilent(world: World, rounds: number): Promise<void> {
  const random = world.random.fork("half-open");
  const { members, workers } = world.cluster;
  for (let round = 1; round <= rounds; round++) {
    await sleep(random.between(2_000, 5_000));
    const toCarrier = round % 2 === 1;
    const { child, database, carrier } = random.pick(toCarrier ? workers : members);
    const wire = toCarrier ? carrier : database;
    if (!wire) throw new Error(`${child.name} has no wire that could go silent`);
    const what = `silent towards ${toCarrier ? "the carrier" : "Postgres"}`;
    const silentMs = random.between(...SILENT_MS);
    world.recorder.fault(what, {
      process: child.name,
      until: Date.now() + silentMs + FORGOTTEN_MS,
    });
    wire.swallow();
    await sleep(silentMs);
    wire.mend();
    await sleep(FORGOTTEN_MS);
    wire.cut("silent");
    count(world.measured, what);
    world.measured.set("silences", round);
  }
}
