import type { Evidence } from "./history";
import type { Caller } from "./load/load";
import { atMost, type Figure } from "./scenario";

export type TextCount = { due: number; once: number; twice: number; unconfirmed: number; never: number };

/** What became of the callers who had to be texted, by the carrier's ledger and, for the doubtful, the rows. */
export function countTexts({ ledger, rows }: Evidence, callers: Iterable<Caller>): TextCount {
  const taken = new Map<string, number>();
  for (const { from, to, sid } of ledger) if (sid) taken.set(`${from} ${to}`, (taken.get(`${from} ${to}`) ?? 0) + 1);
  const unsure = new Set(
    rows.messages.filter(({ status }) => status === "unconfirmed").map(({ from, to }) => `${from} ${to}`),
  );
  const count: TextCount = { due: 0, once: 0, twice: 0, unconfirmed: 0, never: 0 };
  for (const { from, place, missed, certain } of callers) {
    const pair = `${place.number} ${from}`;
    const texts = taken.get(pair) ?? 0;
    if (texts > 1) count.twice += 1;
    if (!certain || missed === 0) continue;
    count.due += 1;
    if (texts === 1) count.once += 1;
    else if (texts === 0 && unsure.has(pair)) count.unconfirmed += 1;
    else if (texts === 0) count.never += 1;
  }
  return count;
}

/** Few are so few that one more says nothing. */
const FEW = 2;

export function textFigures(evidence: Evidence, callers: Iterable<Caller>, { unconfirmedPercent = 0 } = {}): Figure[] {
  const { due, once, twice, unconfirmed, never } = countTexts(evidence, callers);
  const bar = unconfirmedPercent === 0 ? 0 : Math.max(FEW, Math.floor((due * unconfirmedPercent) / 100));
  return [
    { what: "texted once of those due", value: `${once} of ${due}`, bar: "", ok: due > 0 },
    atMost("texted twice", twice, 0),
    atMost("never texted", never, 0),
    atMost("unconfirmed", unconfirmed, bar),
  ];
}
