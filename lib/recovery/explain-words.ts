import type { Check } from "../../db/enums";
import { formatClock, formatMoment } from "../format/time";
import type { StoredFacts } from "./stored-facts";

/** What the words may draw on. Amounts that were not stored are left out of them. */
export type Telling = {
  facts: StoredFacts;
  heldUntil: Date | null;
  /** The call that this one is a second leg of. */
  firstCallId: string | null;
  timeZone: string;
  now: Date;
};

export type Remedy =
  | { kind: "text_anyway" | "unblock" | "call_back" | "open_lead" | "open_first_call"; label: string }
  /** `to` follows the workspace's address: "/phone". */
  | { kind: "link"; label: string; to: string };

export type ReasonWords = {
  check: Check;
  /** In lists, filters and exports. */
  short: (telling: Telling) => string;
  /** The sentence of the panel. */
  headline: (telling: Telling) => string;
  /** What it means, and what would change it. */
  body: (telling: Telling) => string;
  remedies: readonly Remedy[];
  /** Leaves out a remedy that would lead nowhere in this case. */
  fitting?: (telling: Telling, remedy: Remedy) => boolean;
  /** After a number: "2 landlines, 1 opted out". */
  counted: { one: string; many: string };
};

export const link = (label: string, to: string): Remedy => ({ kind: "link", label, to });
export const textAnyway: Remedy = { kind: "text_anyway", label: "Text them anyway" };
export const callBack: Remedy = { kind: "call_back", label: "Call back" };
/** For what reads the same after any number. */
export const same = (words: string): ReasonWords["counted"] => ({ one: words, many: words });

/** `at 8:00 AM` within a day, then with its weekday: `Mon 8:00 AM` */
export function atMoment({ now, timeZone }: Pick<Telling, "now" | "timeZone">, at: Date): string {
  const soon = Math.abs(at.getTime() - now.getTime()) < 86_400_000;
  return soon ? `at ${formatClock(at, timeZone)}` : formatMoment(at, now, timeZone);
}
