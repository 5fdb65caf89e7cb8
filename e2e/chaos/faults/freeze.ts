import { setTimeout as sleep } from "node:timers/promises";
import type { Member } from "../cluster/cluster";
import { LAST_CHECK, SLOT_IN_HAND } from "../cluster/points";
import type { Random } from "../random";
import type { World } from "../scenario";
import { count } from "./kill";

/** Longer than a lease, and than a transaction may stand idle. */
const FROZEN_MS = [16_000, 30_000] as const;
const PAUSE_MS = [500, 3_000] as const;

/** Freezes one worker after the other, in whatever it does, for longer than its lease lasts; the others go on. */
export async function freezeWorkersInTurn(world: World, goesOn: () => boolean): Promise<void> {
  const random = world.random.fork("freezes of workers");
  while (goesOn()) {
    await sleep(random.between(...PAUSE_MS));
    await freeze(world, random.pick(world.cluster.workers), random.between(...FROZEN_MS));
    count(world.measured, "freezes of workers");
  }
}

const SLOT_WITHIN_MS = 5_000;
/** A frozen web keeps its slot for ten seconds: so long Postgres lets a transaction stand idle. */
const LOOK_AFTER_MS = 1_000;

/** Freezes one web after the other when it has a caller's slot in hand and has only to commit; the others go on. */
export async function freezeWebsWithSlot(world: World, goesOn: () => boolean): Promise<void> {
  const random = world.random.fork("freezes of webs");
  while (goesOn()) {
    await sleep(random.between(...PAUSE_MS));
    const member = random.pick(world.cluster.webs);
    const forMs = random.between(...FROZEN_MS);
    // Before the answer reaches it: a moment later it would have committed.
    if (!(await member.points.await(SLOT_IN_HAND, SLOT_WITHIN_MS, () => member.child.freeze()))) continue;
    const [isHeld] = await Promise.all([
      sleep(LOOK_AFTER_MS).then(() => holdsSlot(world, member)),
      freeze(world, member, forMs),
    ]);
    if (isHeld) count(world.measured, "webs frozen with a slot");
  }
}

/** Whether a transaction of this process stands idle that has written to a caller's slot, as Postgres has it. */
function holdsSlot({ cluster }: World, { database }: Member): Promise<boolean> {
  return cluster.database.asSuperuser(async (sql) => {
    const held = await sql`
      select from pg_locks l join pg_stat_activity a using (pid)
      where l.relation = 'caller_slots'::regclass and l.mode = 'RowExclusiveLock' and l.granted
        and a.state = 'idle in transaction' and a.client_port = any(${database?.ownPorts ?? []}::int[])`;
    return held.length > 0;
  });
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
