import { CHECKS, type Check } from "../../db/enums";
import type { Facts } from "./facts";
import { waitWords } from "./settings-parts";
import type { StoredFacts } from "./stored-facts";

type CheckWords = {
  title: (facts: StoredFacts) => string;
  /** The facts it looks at, for support. */
  inputs: readonly (keyof Facts)[];
};

/** Every check in words, as the trace lists them. */
export const CHECK_WORDS: Record<Check, CheckWords> = {
  missed: { title: () => "The call ended without an answer", inputs: ["call"] },
  live_line: { title: () => "It came in on your live line", inputs: ["line"] },
  first_time: { title: () => "First time we handled this call", inputs: ["call"] },
  no_voice_help: { title: () => "Nobody had helped them by voice", inputs: ["voice"] },
  plan: { title: () => "Your plan includes texting", inputs: ["plan"] },
  registration: { title: () => "Carriers approved your texts", inputs: ["registration"] },
  reachable: { title: () => "The caller can get texts", inputs: ["caller"] },
  allowed: { title: () => "Not opted out, not blocked", inputs: ["refusals"] },
  no_conversation: { title: () => "No conversation already going", inputs: ["conversation"] },
  cool_down: {
    title: ({ coolDown }) =>
      coolDown ? `${waitWords(coolDown.minutes)} since our last text` : "Time since our last text",
    inputs: ["coolDown"],
  },
  limits: { title: () => "Within your safe limits", inputs: ["limits"] },
  texting_hours: { title: () => "Inside your texting hours", inputs: ["hours"] },
};

/** Whether a stored trace's word is a check of this version. */
export function isCheck(word: string): word is Check {
  return (CHECKS as readonly string[]).includes(word);
}
