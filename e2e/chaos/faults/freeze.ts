import { setTimeout as sleep } from "node:timers/promises";
import type { Member } from "../cluster/cluster";
import { LAST_CHECK } from "../cluster/points";
import type { Random } from "../random";
import type { World } from "../scenario";
import { count } from "./kill";

/** Longer than a lease, and than a transaction may stand idle. */
const FROZEN_MS = [16_000, 30_000] as const;
const PAUSE_MS = [500, 3_000] as const;

/** Freezes one process of a kind after the other for longer than its lease lasts; the others go on. */
export async function freezeInTurn(world: World, kind: Member["kind"], goesOn: () => boolean): Promise<void> {
  const random = world.random.fork(`freezes of ${kind}s`);
  const members = world.cluster.members.filter((member) => member.kind === kind);
  while (goesOn()) {
    await sleep(random.between(...PAUSE_MS));
    await freeze(world, random.pick(members), random.between(...FROZEN_MS));
    count(world.measured, `freezes of ${kind}s`);
  }
}

/** Longer than the settle time: whoever took over has looked for proof, found none, and sent. */
const LONG_MS = [35_000, 60_000] as const;
const POINT_WITHIN_MS = 20_000;

/** Freezes all workers but one, each right after a last check, before the request it allows; again and again. */
export async function freezeAfterLastCheck(world: World, times: number): Promise<void> {
  const [, ...others] = world.cluster.workers;
  let begun = 0;
  const again = async (member: Member, random: Random) => {
    while (begun < times) {
      if (!(await member.points.await(LAST_CHECK, POINT_WITHIN_MS))) continue;
      begun += 1;
      await freeze(world, member, random.between(...LONG_MS));
      count(world.measured, "freezes after the last check");
    }
  };
  await Promise.all(others.map((member, index) => again(member, world.random.fork(`long freezes ${index}`))));
}

async function freeze({ recorder }: World, { child }: Member, forMs: number): Promise<void> {
  child.freeze();
  recorder.fault("SIGSTOP", { process: child.name, until: Date.now() + forMs });
  await sleep(forMs);
  child.thaw();
}
