import type { CallState, NotRungReason } from "../../db/enums";
import { formatDuration } from "../format/time";
import { firstName } from "./explain-amounts";

export type CallToTell = {
  state: CallState;
  rangSeconds: number | null;
  talkSeconds: number | null;
  callerHungUp: boolean;
  notRung: NotRungReason | null;
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

const NOT_RUNG: Record<NotRungReason, string> = { ring_ceiling: "Your phones didn't ring: today's limit for calls" };

function rang({ rangSeconds, callerHungUp, notRung }: CallToTell): string | null {
  if (notRung) return NOT_RUNG[notRung];
  if (rangSeconds === null) return null;
  return callerHungUp ? `Hung up after ${formatDuration(rangSeconds)}` : `Rang ${formatDuration(rangSeconds)}`;
}

function timed(words: string, seconds: number | null): string {
  return seconds === null ? words : `${words}, ${formatDuration(seconds)}`;
}
