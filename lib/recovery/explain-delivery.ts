import type { MessageStatus } from "../../db/enums";
import { errorWords } from "../conversations/error-words";
import { callBack, link, type Remedy, textAnyway } from "./explain-words";

export type SentText = { status: MessageStatus; errorCode: number | null };

const REMEDIES: Record<string, Remedy> = {
  "Call back": callBack,
  "Try again": { ...textAnyway, label: "Try again" },
  "Edit the text": link("Edit the text", "/recovery#text"),
  "Change hours": link("Change hours", "/recovery#hours"),
  "Check your regions": link("Check your regions", "/recovery#limits"),
  "See registration": link("See registration", "/phone#registration"),
  "Check the line": link("Check the line", "/phone"),
  "Check the Twilio account": link("Check the Twilio account", "/phone"),
  "Check the number": { kind: "open_lead", label: "Check the number" },
  "Choose another number": link("Choose another number", "/phone"),
};

export function wasRefused(text: SentText | null): boolean {
  return text?.status === "failed" || text?.status === "undelivered";
}

/** Why a text did not arrive: short for lists, as a sentence, and the one thing to do about it. */
export function explainRefusal(errorCode: number | null): { short: string; headline: string; remedies: Remedy[] } {
  const { words, remedy } = errorWords(errorCode);
  const reason = words.replace(/^Not delivered, /, "the ");
  const known = remedy ? REMEDIES[remedy] : undefined;
  return {
    short: words,
    headline: `Not delivered: ${inSentence(reason)}.`,
    remedies: known ? [known] : [],
  };
}

/** "Carriers filtered it as spam" becomes "carriers filtered the text as spam". */
function inSentence(words: string): string {
  const named = words.replace(/\bit\b/i, "the text");
  return named.startsWith("Twilio") ? named : named.charAt(0).toLowerCase() + named.slice(1);
}
