import { formatCount } from "../format/count";
import { REASON_WORDS } from "../recovery/explain-reasons";
import type { Month } from "./month";
import type { MonthNumbers, NotTextedWhy } from "./month-numbers";

/** Home's sentence in two halves. `strong` is true when the second is good news: it then gets the marker. */
export type Headline = { first: string; second: string | null; strong: boolean };

type Numbers = Pick<MonthNumbers, "missed" | "texted" | "replied">;

/** "You missed 44 callers this month. 31 of them are talking to you anyway." */
export function headline({ missed, texted, replied }: Numbers, month: Pick<Month, "name" | "current">): Headline {
  const when = month.current ? "this month" : `in ${month.name}`;
  if (missed === 0) {
    return {
      first: month.current ? "You haven't missed a caller this month." : `You missed nobody ${when}.`,
      second: null,
      strong: false,
    };
  }
  const first = `You missed ${formatCount(missed)} ${missed === 1 ? "caller" : "callers"} ${when}.`;
  if (replied > 0) return { first, second: `${talking(missed, replied)} talking to you anyway.`, strong: true };
  if (texted > 0) return { first, second: `${textedWords(missed, texted)} No reply yet.`, strong: false };
  return { first, second: missed === 1 ? "They were not texted." : "None of them was texted.", strong: false };
}

function talking(missed: number, replied: number): string {
  if (missed === 1) return "They are";
  if (replied === missed) return missed === 2 ? "Both of them are" : "All of them are";
  return `${formatCount(replied)} of them ${replied === 1 ? "is" : "are"}`;
}

function textedWords(missed: number, texted: number): string {
  if (missed === 1) return "We texted them.";
  if (texted === missed) return missed === 2 ? "We texted both." : "We texted all of them.";
  return `We texted ${formatCount(texted)} of them.`;
}

const OTHER: Record<Exclude<NotTextedWhy, keyof typeof REASON_WORDS>, { one: string; many: string }> = {
  failed: { one: "not delivered", many: "not delivered" },
  texting: { one: "being texted now", many: "being texted now" },
  unconfirmed: { one: "to check", many: "to check" },
};

/** More reasons than these would be a list, not a sentence: the calls page has them all. */
const MOST_NAMED = 3;

/** "3 callers were not texted: 2 landlines, 1 opted out." Null when all were. */
export function notTextedSentence(notTexted: MonthNumbers["notTexted"]): string | null {
  const total = notTexted.reduce((sum, { callers }) => sum + callers, 0);
  if (total === 0) return null;
  const named = notTexted.length > MOST_NAMED ? notTexted.slice(0, MOST_NAMED) : notTexted;
  const parts = named.map(({ why, callers }) => {
    const words = counted(why);
    return `${formatCount(callers)} ${callers === 1 ? words.one : words.many}`;
  });
  const others = total - named.reduce((sum, { callers }) => sum + callers, 0);
  if (others > 0) parts.push(`${formatCount(others)} for other reasons`);
  return `${formatCount(total)} ${total === 1 ? "caller was" : "callers were"} not texted: ${parts.join(", ")}.`;
}

function counted(why: NotTextedWhy): { one: string; many: string } {
  if (why === "failed" || why === "texting" || why === "unconfirmed") return OTHER[why];
  return REASON_WORDS[why].counted;
}
