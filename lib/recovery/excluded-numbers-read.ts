import { parsePhone } from "../phone/e164";

export type UnreadableLine = { line: number; typed: string; why: string };
type Read = { numbers: { e164: string; label: string }[]; unreadable: UnreadableLine[] };

const MOST_LINES = 500;
/** Enough for so many lines with a name in each. */
export const LONGEST_LIST = 40_000;
export const LIST_TOO_LONG = `That is too long. Add ${MOST_LINES} numbers at a time.`;
const LABEL_LENGTH = 60;
const LONGEST_LINE = 200;

/** Reads `(503) 555-0142`, `Mom (503) 555-0142`, `503-555-0142, Mom` and tab-separated lines; twice the same is once. */
export function readExcludedLines(pasted: string): Read {
  const labels = new Map<string, string>();
  const unreadable: UnreadableLine[] = [];
  let lines = 0;
  for (const [index, raw] of pasted.split(/\r\n|\r|\n/).entries()) {
    const typed = raw.trim();
    if (typed === "") continue;
    const refuse = (why: string) => unreadable.push({ line: index + 1, typed: typed.slice(0, 80), why });
    if (typed.length > LONGEST_LINE) {
      refuse("That line is too long. Put one number on a line.");
      continue;
    }
    lines += 1;
    if (lines > MOST_LINES) {
      refuse(`That is more than ${MOST_LINES} numbers. Add the rest in a second go.`);
      continue;
    }
    const number = /\+?\(?\d[\d\s().\-/]{5,}\d/.exec(typed)?.[0];
    if (number === undefined) {
      refuse("There is no phone number in this line.");
      continue;
    }
    const phone = parsePhone(number);
    if (phone.ok) labels.set(phone.e164, labels.get(phone.e164) || labelOf(typed.replace(number, " ")));
    else refuse(phone.why);
  }
  return { numbers: [...labels].map(([e164, label]) => ({ e164, label })), unreadable };
}

function labelOf(rest: string): string {
  return rest
    .replace(/[\s,;:\t"]+/g, " ")
    .replace(/^[-\s]+|(?<![-\s])[-\s]+$/g, "")
    .slice(0, LABEL_LENGTH);
}
