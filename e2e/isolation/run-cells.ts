import type { Answer, App } from "./ask";
import type { Cell } from "./cell";
import { comparable, foreignBytes, judge } from "./judge";
import { wordsIn } from "./words";

export type Tally = {
  cells: number;
  /** How often something of another workspace was found. */
  foreign: number;
  problems: string[];
  /** The planted words that their own people were shown. */
  seen: Set<string>;
};

export const newTally = (): Tally => ({ cells: 0, foreign: 0, problems: [], seen: new Set() });

type Run = { app: App; cells: Cell[]; tally: Tally; atOnce?: number };

/** Asks everything, a few at once, and notes what is wrong. */
export async function runCells({ app, cells, tally, atOnce = 4 }: Run): Promise<void> {
  const waiting = [...cells];
  const groups = new Map<string, { cell: Cell; answer: string }>();
  const work = async () => {
    for (let cell = waiting.shift(); cell; cell = waiting.shift()) {
      const answer = await app.ask(await cell.asking());
      tally.cells += 1;
      tally.foreign += foreignBytes(cell, answer).length;
      const { token } = cell.actor.home;
      if (cell.actor.role) for (const word of wordsIn(answer.body, token)) tally.seen.add(`${token} ${word}`);
      tally.problems.push(...judge(cell, answer), ...compare(groups, cell, answer));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

/** The first of a group is what the others must be the same as. */
function compare(groups: Map<string, { cell: Cell; answer: string }>, cell: Cell, answer: Answer): string[] {
  if (!cell.group) return [];
  const now = comparable(cell, answer);
  const first = groups.get(cell.group);
  if (!first) {
    groups.set(cell.group, { cell, answer: now });
    return [];
  }
  if (first.answer === now) return [];
  return [
    `${cell.actor.name}: "${cell.what}" and "${first.cell.what}" are told apart: ${firstDifference(first.answer, now)}`,
  ];
}

function firstDifference(one: string, other: string): string {
  let at = 0;
  while (one[at] === other[at]) at += 1;
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 90));
  return `${around(one)} and ${around(other)}`;
}
