import type { CallState, Reason, RecoveryState } from "../../db/enums";
import { formatDuration } from "../format/time";
import { firstName } from "./explain-amounts";
import { explainRefusal, type SentText, wasRefused } from "./explain-delivery";
import { REASON_WORDS } from "./explain-reasons";
import { atMoment, type Telling } from "./explain-words";

/** What became of a call, as far as texts go. `pending`: not decided yet. */
export type ResultKind =
  | "texted"
  | "sending"
  | "held"
  | "not_texted"
  | "not_delivered"
  | "unconfirmed"
  | "none"
  | "pending";

export type Answer = "booked" | "replied" | "no_reply";

export type Told = Telling & {
  callState: CallState;
  state: RecoveryState | null;
  reason: Reason | null;
  text: SentText | null;
  textedAt: Date | null;
  /** Who texted them anyway, when a person did. */
  textedBy: string | null;
  answer: Answer;
};

export type TextResult = { kind: ResultKind; words: string; detail: string | null };

const ANSWERS: Record<Answer, string> = { booked: "Booked", replied: "Replied", no_reply: "No reply yet" };

/** The text result of a call in the words of lists, filters and exports. */
export function textResult(told: Told): TextResult {
  const kind = resultKind(told);
  switch (kind) {
    case "texted":
      return { kind, words: textedWords(told), detail: ANSWERS[told.answer] };
    case "sending":
      return { kind, words: "Texting now", detail: null };
    case "held":
      return {
        kind,
        words: REASON_WORDS[told.reason ?? "outside_texting_hours"].short(told),
        detail: "Outside texting hours",
      };
    case "not_texted":
      return { kind, words: "Not texted", detail: told.reason ? REASON_WORDS[told.reason].short(told) : null };
    case "not_delivered":
      return { kind, words: "Not delivered", detail: explainRefusal(told.text?.errorCode ?? null).short };
    case "unconfirmed":
      return { kind, words: "Check this one", detail: "Nobody knows if it went out" };
    case "none":
      return { kind, words: "No text needed", detail: null };
    case "pending":
      return { kind, words: "Not decided yet", detail: null };
  }
}

export function resultKind({ state, text, callState }: Pick<Told, "state" | "text" | "callState">): ResultKind {
  if (state === null) return NO_RECOVERY[callState];
  if (state === "failed" || (state === "texted" && wasRefused(text))) return "not_delivered";
  return STATES[state];
}

/** Seconds from the end of the call to the text; null for a text that was held or sent by a person's decision. */
export function secondsToText({
  textedAt,
  textedBy,
  facts,
}: Pick<Told, "textedAt" | "textedBy" | "facts">): number | null {
  if (!textedAt || !facts.call || facts.heldUntil || textedBy) return null;
  return Math.max(1, Math.round((textedAt.getTime() - facts.call.endedAt.getTime()) / 1000));
}

function textedWords(told: Told): string {
  if (told.textedBy) return `Texted by ${firstName(told.textedBy)}`;
  const seconds = secondsToText(told);
  if (seconds !== null) return `Texted in ${formatDuration(seconds)}`;
  return told.textedAt ? `Texted ${atMoment(told, told.textedAt)}` : "Texted";
}

const STATES: Record<Exclude<RecoveryState, "failed">, ResultKind> = {
  texting: "sending",
  texted: "texted",
  held: "held",
  skipped: "not_texted",
  unconfirmed: "unconfirmed",
};

const NO_RECOVERY: Record<CallState, ResultKind> = {
  ringing: "pending",
  in_progress: "pending",
  answered: "none",
  voicemail: "pending",
  voice_ai: "pending",
  missed: "pending",
  failed: "none",
};
