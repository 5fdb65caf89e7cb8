import { check } from "../check";
import { SmallWorld } from "./small-world";

/** A name, a change to a world in which one call was texted, and what is then broken: each invariant with its evidence. */
export type Row = [
  name: string,
  change: (world: SmallWorld, one: ReturnType<SmallWorld["texted"]>) => unknown,
  ...broken: string[][],
];

export function judge(change: Row[1]): string[][] {
  const world = new SmallWorld();
  change(world, world.texted("1"));
  return check(world.evidence).map(({ invariant, evidence }) => [invariant, ...evidence]);
}
