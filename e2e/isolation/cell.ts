import type { Actor } from "./actors";
import type { Asking } from "./ask";
import type { IdKind, Ids } from "./ids";

/**
 * What an answer must be. `shown`: their own page, with what was planted. `home`: on to their own. `done`: it was
 * done. `not_found`, `sign_in`, `silent` (a 404 or 401 to somebody not signed in) and `refused` (a role too low, or no
 * signature) are refusals. `open`: anything that is no fault of ours; `fault`: what is shown when there is one.
 * Whatever it is, nothing of another workspace is in it.
 */
export type Expectation = "shown" | "home" | "done" | "not_found" | "sign_in" | "silent" | "refused" | "open" | "fault";

export type Cell = {
  actor: Actor;
  /** What was asked, in words. */
  what: string;
  asking: () => Promise<Asking>;
  expect: Expectation;
  /** Words that must be in it. */
  shows?: string[];
  /** Called as a page with script does: what became of it stands in the answer, whatever page comes with it. */
  isCall?: boolean;
  /** Says that it could not be done, and is right. */
  mayDecline?: boolean;
  /** Cells of one group must be answered alike: another workspace's id as one that never was. */
  group?: string;
  /** What the asker wrote, and an answer may repeat. */
  written: string[];
};

export type Ours = { own: Ids; foreign: Ids; random: Ids; removed: Ids };

export type Choice = { which: string; ids: Ids; wrong: IdKind[] };

/** The ids of every request that an actor makes at one place. */
export function choicesFor({ role }: Actor, kinds: IdKind[], ours: Ours): Choice[] {
  return role ? choicesOf(kinds, ours) : choicesOutside(kinds, ours);
}

/** All of one's own; each of them wrong in each way; all of them another workspace's. */
function choicesOf(kinds: IdKind[], { own, ...others }: Ours): Choice[] {
  const ways = Object.entries(others);
  const one = kinds.flatMap((kind) =>
    ways.map(([way, { [kind]: id }]) => ({ which: `${way} ${kind}`, ids: { ...own, [kind]: id }, wrong: [kind] })),
  );
  return [
    { which: "own", ids: own, wrong: [] },
    ...one,
    ...(kinds.length > 1 ? allWrong(kinds, { foreign: others.foreign }) : []),
  ];
}

/** To somebody who is not signed in, or at a door that asks for no session, everything is somebody else's. */
export function choicesOutside(kinds: IdKind[], { own, ...others }: Ours): Choice[] {
  return [{ which: "own", ids: own, wrong: [] }, ...allWrong(kinds, others)];
}

function allWrong(kinds: IdKind[], others: Partial<Ours>): Choice[] {
  if (kinds.length === 0) return [];
  return Object.entries(others).map(([way, ids]) => ({ which: `everything ${way}`, ids, wrong: kinds }));
}

export const writtenIn = ({ ids, wrong }: Choice) => wrong.map((kind) => ids[kind]);
