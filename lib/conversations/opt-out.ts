import { REFUSING, WHOLE_CLAUSE_DOUBTFUL, WONDERING } from "./opt-out-doubts";
import {
  LIGHT_KEYWORDS,
  NOT_TYPOS_OF_STOP,
  OPT_OUT,
  POLITE_FRAMES,
  POLITE_WORDS,
  SAFE,
  SPELLINGS,
  STOP_KEYWORDS,
  WHOLE_CLAUSE_OPT_OUT,
} from "./opt-out-wording";

export type OptOutVerdict = "opt_out" | "opt_in" | "help" | "doubtful" | "none";

export type OptOutReading = {
  /** `doubtful` stops automation and asks a person. */
  verdict: OptOutVerdict;
  /** Twilio recognises the word too and has answered it: a confirmation of ours would be the second. */
  carrierHandled: boolean;
};

const CARRIER_STOP = ["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"];
const CARRIER_START = ["START", "UNSTOP"];
const CARRIER_HELP = ["HELP", "INFO"];

/** Beyond this a lone "Stop." inside other sentences may be about anything. */
const SHORT_MESSAGE_WORDS = 12;

/** More than one text can hold (1,600 characters). */
const MOST_READ = 2000;

/** Whether a text withdraws consent, in any reasonable wording (47 CFR 64.1200(a)(10)). */
export function classifyOptOut(text: string, { optedOut }: { optedOut: boolean } = { optedOut: false }): OptOutReading {
  const body = text.slice(0, MOST_READ);
  const word = body.trim().toUpperCase();
  if (CARRIER_STOP.includes(word)) return { verdict: "opt_out", carrierHandled: true };
  if (CARRIER_START.includes(word)) return { verdict: "opt_in", carrierHandled: true };
  if (word === "YES") return { verdict: optedOut ? "opt_in" : "none", carrierHandled: optedOut };
  if (CARRIER_HELP.includes(word)) return { verdict: "help", carrierHandled: true };
  return { verdict: readWording(body), carrierHandled: false };
}

function readWording(body: string): OptOutVerdict {
  if (isReaction(body)) return "none";
  const clauses = clausesOf(body);
  const whole = clauses.join(" ");
  if (whole === "help" || whole === "info") return "help";
  if (whole === "start" || whole === "unstop") return "opt_in";
  if (isKeyword(whole, { light: true, typos: true })) return "opt_out";

  const masked = clauses.map(maskSafe);
  const text = masked.join(" | ");
  if (OPT_OUT.some((pattern) => pattern.test(text))) return "opt_out";
  const short = whole.split(" ").length <= SHORT_MESSAGE_WORDS;
  if (masked.some((clause) => WHOLE_CLAUSE_OPT_OUT.test(withoutPoliteness(clause)))) return "opt_out";
  const isBareKeyword = (clause: string) => isKeyword(clause, { light: false, typos: false });
  if (isBareKeyword(masked[0] ?? "")) return "opt_out";
  if (masked.some(isBareKeyword)) return short ? "opt_out" : "doubtful";

  const refusing = REFUSING.filter((pattern) => pattern.test(text)).length;
  const curt = masked.filter((clause) => WHOLE_CLAUSE_DOUBTFUL.test(withoutPoliteness(clause))).length;
  const wondering = WONDERING.some((pattern) => pattern.test(text)) ? 1 : 0;
  const doubts = refusing + curt + wondering;
  if (doubts > 1 && doubts > wondering) return "opt_out";
  if (doubts > 0) return "doubtful";
  if (hasShoutedStop(body) && /\bstop\b/.test(text)) return "doubtful";
  return isTerseStop(maskSafe(whole)) ? "doubtful" : "none";
}

/** Phones without the caller's kind of messaging send a tapback as text, quoting our own opt-out words back to us. */
function isReaction(body: string): boolean {
  return /^\s*(liked|loved|disliked|laughed at|emphasi[sz]ed|questioned|reacted .{1,12} to|removed an? .{1,20} from|\p{Extended_Pictographic}.{0,4} to)\s+["“«]/iu.test(
    body,
  );
}

/** Clauses in plain lower-case words: no accents, quotes, emoji or spelling habits; "s.t.o.p" and "sto p" are put together. */
function clausesOf(body: string): string[] {
  const stopSigns = /\p{L}/u.test(body) ? /[🛑⛔]/gu : /[🛑⛔🚫🖐✋]/gu;
  return (
    body
      .replace(stopSigns, " stop ")
      .normalize("NFKD")
      // One character can become eighteen.
      .slice(0, MOST_READ)
      .replace(/\p{M}|[\u200B-\u200D\u2060\uFEFF\u00AD]/gu, "")
      .toLowerCase()
      .replace(/['’‘ʼ`´]/g, "")
      .replace(/\b[a-z](?:[\s.\-_*]+[a-z]){2,}\b/g, (letters) => letters.replace(/[^a-z]/g, ""))
      .replace(/(?:\+?1[\s.-]?)?\(?\d{3}\)?[\s.-]?\d{3}[\s.-]?\d{4}\b/g, " this number ")
      .replace(/#(?=[a-z])/g, "")
      .replace(/([a-z])\1{2,}/g, "$1")
      .replace(/\b(text|messag|call|send|bother|bugg|spamm|hitt|blow|writ|reach|harass|contact)in\b/g, "$1ing")
      .split(/[.!?;,:\n\r()"“”«»…—–]+|\s-+\s/)
      .map(plainWords)
      .filter((clause, index, all) => clause !== "" && clause !== all[index - 1])
  );
}

function plainWords(clause: string): string {
  const words = clause
    .replace(/[^\p{L}\p{N}#$]+/gu, " ")
    .trim()
    .split(" ")
    .filter(Boolean)
    .map((word) => SPELLINGS.get(word) ?? (isLikeUnsubscribe(word) ? "unsubscribe" : word));
  return words
    .filter((word, index) => word !== words[index - 1])
    .join(" ")
    .replace(/\b(do|did|does|is|are|would|should) not\b/g, "$1nt");
}

function isKeyword(clause: string, { light, typos }: { light: boolean; typos: boolean }): boolean {
  const core = withoutPoliteness(clause);
  const joined = core.replaceAll(" ", "");
  if (STOP_KEYWORDS.has(core) || STOP_KEYWORDS.has(joined)) return true;
  if (!light) return false;
  const bare = clause
    .split(" ")
    .filter((word) => !POLITE_WORDS.has(word))
    .join("");
  return LIGHT_KEYWORDS.has(bare) || (typos && isLikeStop(bare));
}

function withoutPoliteness(clause: string): string {
  const words = clause.split(" ").filter((word) => !POLITE_WORDS.has(word));
  return words.join(" ").replace(POLITE_FRAMES, "").trim();
}

function maskSafe(clause: string): string {
  return SAFE.reduce((text, pattern) => text.replace(pattern, " ~ "), clause)
    .replace(/\s+/g, " ")
    .trim();
}

/** "ok stop", "stop lol": too little to tell; "it won't stop" is about something else. */
function isTerseStop(whole: string): boolean {
  const words = withoutPoliteness(whole).split(" ");
  const before = words.at(-2) ?? "";
  return (
    (words.length === 2 && words[0] === "stop") ||
    (words.length <= 3 &&
      words.at(-1) === "stop" &&
      !/^(doesnt|wont|didnt|cant|not|never|will|to|it|a|the)$/.test(before))
  );
}

function hasShoutedStop(body: string): boolean {
  return /\bSTOP\b/.test(body) && /[a-z]/.test(body);
}

function isLikeStop(word: string): boolean {
  return !NOT_TYPOS_OF_STOP.has(word) && word.length >= 3 && word.length <= 5 && distance(word, "stop") === 1;
}

function isLikeUnsubscribe(word: string): boolean {
  return word.startsWith("u") && word.length >= 8 && word.length <= 14 && distance(word, "unsubscribe") <= 3;
}

/** Damerau-Levenshtein: insertions, deletions, substitutions and swapped neighbours. */
function distance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const at = (list: number[], index: number) => list[index] ?? Number.POSITIVE_INFINITY;
      const same = from[row - 1] === to[column - 1];
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current[column] = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
        swapped ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? 0;
}
