import { expect, it } from "vitest";
import type { Actor } from "./actors";
import { choicesFor, type Ours } from "./cell";
import { ID_KINDS, type IdKind, type Ids } from "./ids";

const idsOf = (way: string) => Object.fromEntries(ID_KINDS.map((kind) => [kind, `${way} ${kind}`])) as Ids;
const ours: Ours = { own: idsOf("own"), foreign: idsOf("foreign"), random: idsOf("random"), removed: idsOf("removed") };
const kinds: IdKind[] = ["workspace", "lead"];

/** Every id that an actor sends for one kind. */
function sent(role: Actor["role"], kind: IdKind): string[] {
  const choices = choicesFor({ role } as Actor, kinds, ours);
  return [...new Set(choices.map(({ ids }) => ids[kind]))].sort();
}

it.each(["owner", "admin", "member", null] as const)("lets %s try each id in each way", (role) => {
  for (const kind of kinds) {
    expect(sent(role, kind)).toEqual([`foreign ${kind}`, `own ${kind}`, `random ${kind}`, `removed ${kind}`]);
  }
});

it.each(["owner", "admin", "member"] as const)("makes one id of %s's wrong at a time, so that it decides", (role) => {
  const alone = choicesFor({ role } as Actor, kinds, ours).filter(({ wrong }) => wrong.length === 1);
  expect(alone.map(({ which }) => which)).toEqual([
    ...["foreign workspace", "random workspace", "removed workspace"],
    ...["foreign lead", "random lead", "removed lead"],
  ]);
});
