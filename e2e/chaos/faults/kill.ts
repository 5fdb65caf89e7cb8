import { setTimeout as sleep } from "node:timers/promises";
import type { Member } from "../cluster/cluster";
import { CARRIER_POINTS, DATABASE_POINTS, type Point } from "../cluster/points";
import type { Random } from "../random";
import type { World } from "../scenario";
import { until } from "../until";

export type KillWishes = {
  kills: number;
  /** How many of them wait for a named point; the rest come at any moment. */
  atPoints: number;
  pauseMs: readonly [number, number];
};

const WAIT_FOR_POINT_MS = 3_000;
const BACK_WITHIN_MS = 60_000;

/** Kills webs and workers without warning, one after the other, at any moment or at the worst one. */
export async function killAtRandom(world: World, { kills, atPoints, pauseMs }: KillWishes): Promise<void> {
  const random = world.random.fork("kills");
  const { members } = world.cluster;
  for (let done = 0; done < kills; done++) {
    await sleep(random.between(...pauseMs));
    const member = random.pick(members);
    // Who is only starting has nothing in hand.
    await isBack(member);
    const point = random.chance(atPoints) ? pointOf(member, random) : undefined;
    const reached = point ? await member.points.await(point, WAIT_FOR_POINT_MS) : false;
    // The moment after: what the point has set off is under way.
    kill(world, member, reached ? point : undefined);
  }
  await allReady(world);
}

/** Waits for the point and kills the process there. @returns whether it came */
export async function killAt(world: World, member: Member, point: Point, withinMs = 30_000): Promise<boolean> {
  const reached = await member.points.await(point, withinMs);
  if (reached) kill(world, member, point);
  return reached;
}

export function kill({ recorder, measured }: World, member: Member, point?: Point): void {
  const where = point ? ` at ${point}` : "";
  recorder.fault(`SIGKILL${where}`, { process: member.child.name });
  member.child.kill();
  count(measured, "kills");
  if (point) count(measured, `kills at ${point}`);
}

export async function allReady({ cluster }: World): Promise<void> {
  for (const member of cluster.members) await isBack(member);
}

async function isBack({ child }: Member): Promise<void> {
  await until(`${child.name} runs again`, BACK_WITHIN_MS, () => child.running);
  await child.ready;
}

function pointOf(member: Member, random: Random): Point | undefined {
  if (!member.database) return undefined;
  const ofWeb = DATABASE_POINTS.filter((point) => !point.startsWith("claim"));
  return random.pick<Point>(member.kind === "web" ? ofWeb : [...DATABASE_POINTS, ...CARRIER_POINTS]);
}

/** One more of a figure. */
export function count(measured: Map<string, number>, what: string): void {
  measured.set(what, (measured.get(what) ?? 0) + 1);
}
