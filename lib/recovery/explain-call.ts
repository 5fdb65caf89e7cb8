import type { CallState } from "../../db/enums";
import { formatDuration } from "../format/time";
import { firstName } from "./explain-amounts";

export type CallToTell = {
  state: CallState;
  rangSeconds: number | null;
  talkSeconds: number | null;
  callerHungUp: boolean;
  answeredBy: string | null;
};

export type OutcomeKind = "ringing" | "answered" | "missed" | "voicemail" | "ai" | "unreached";
export type CallOutcome = { kind: OutcomeKind; words: string; detail: string | null };

/** What became of the call itself, in the words of lists, filters and exports. */
export function callOutcome(call: CallToTell): CallOutcome {
  switch (call.state) {
    case "ringing":
      return { kind: "ringing", words: "Ringing now", detail: null };
    case "in_progress":
      return {
        kind: "answered",
        words: "On the line now",
        detail: call.answeredBy ? firstName(call.answeredBy) : null,
      };
    case "answered":
      return { kind: "answered", words: "Answered", detail: who(call) };
    case "voicemail":
      return { kind: "voicemail", words: "Missed", detail: timed("Voicemail", call.talkSeconds) };
    case "voice_ai":
      return {
        kind: "ai",
        words: "Answered by AI",
        detail: call.talkSeconds === null ? null : formatDuration(call.talkSeconds),
      };
    case "missed":
      return { kind: "missed", words: "Missed", detail: rang(call) };
    case "failed":
      return { kind: "unreached", words: "Didn't reach us", detail: null };
  }
}

function who({ answeredBy, talkSeconds }: CallToTell): string | null {
  if (!answeredBy) return talkSeconds === null ? null : formatDuration(talkSeconds);
  return timed(firstName(answeredBy), talkSeconds);
}

function rang({ rangSeconds, callerHungUp }: CallToTell): string | null {
  if (rangSeconds === null) return null;
  return callerHungUp ? `Hung up after ${formatDuration(rangSeconds)}` : `Rang ${formatDuration(rangSeconds)}`;
}

function timed(words: string, seconds: number | null): string {
  return seconds === null ? words : `${words}, ${formatDuration(seconds)}`;
}
