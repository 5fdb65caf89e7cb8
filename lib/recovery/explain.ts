import { CHECKS, type Check } from "../../db/enums";
import type { TraceEntry } from "../../db/schema/calls";
import { formatDuration } from "../format/time";
import { firstName, spelledMoment } from "./explain-amounts";
import { CHECK_WORDS, isCheck } from "./explain-checks";
import { explainRefusal } from "./explain-delivery";
import { REASON_WORDS } from "./explain-reasons";
import { resultKind, secondsToText, type Told } from "./explain-result";
import { atMoment, type ReasonWords, type Remedy } from "./explain-words";

export type ToldCall = Told & { trace: TraceEntry[] };

export type TraceRow = {
  state: "passed" | "stopped" | "not_checked" | "sent" | "failed";
  title: string;
  detail: string;
};

export type Explanation = {
  headline: string;
  body: string | null;
  /** What can be done about it; the first is the one to press. */
  remedies: readonly Remedy[];
  /** Every check in order, then what became of the text. */
  rows: TraceRow[];
};

/** Why a caller was or was not texted, and what to do about it: the whole panel, in words. */
export function explainRecovery(told: ToldCall): Explanation {
  return { ...sentences(told), rows: [...checkRows(told), textRow(told)] };
}

function sentences(told: ToldCall): Omit<Explanation, "rows"> {
  switch (resultKind(told)) {
    case "texted":
      return {
        headline: textedHeadline(told),
        body: ANSWERED_BODY[told.answer],
        remedies: [openLead("Open conversation")],
      };
    case "sending":
      return { headline: "We're texting them now.", body: "It takes a few seconds.", remedies: [] };
    case "unconfirmed":
      return {
        headline: "We couldn't tell whether this text went out.",
        body: "The network broke off in the middle. We don't send it again by ourselves, so that nobody is texted twice.",
        remedies: [openLead("Look in the conversation")],
      };
    case "not_delivered": {
      const { headline, remedies } = explainRefusal(told.text?.errorCode ?? null);
      return { headline, body: "The caller has not seen our text.", remedies };
    }
    case "pending":
      return told.callState === "ringing" || told.callState === "in_progress"
        ? { headline: "This call is going on now.", body: "If nobody answers, we text them.", remedies: [] }
        : { headline: "The call has ended. We're checking what to do.", body: null, remedies: [] };
    case "none":
      if (told.callState === "failed") {
        return {
          headline: "No text: the call didn't reach us.",
          body: "It broke off on the way to your number, before anybody could have answered.",
          remedies: [],
        };
      }
      return stoppedBy(told, "answered");
    case "held":
      return stoppedBy(told, told.reason ?? "outside_texting_hours");
    case "not_texted":
      return told.reason
        ? stoppedBy(told, told.reason)
        : { headline: "Not texted.", body: null, remedies: [{ kind: "text_anyway", label: "Text them anyway" }] };
  }
}

function stoppedBy(told: ToldCall, reason: keyof typeof REASON_WORDS): Omit<Explanation, "rows"> {
  const { headline, body, remedies, fitting }: ReasonWords = REASON_WORDS[reason];
  const firstIsKnown = told.firstCallId !== null;
  return {
    headline: headline(told),
    body: body(told),
    remedies: remedies.filter(
      (remedy) => (remedy.kind !== "open_first_call" || firstIsKnown) && (fitting?.(told, remedy) ?? true),
    ),
  };
}

const ANSWERED_BODY: Record<Told["answer"], string> = {
  booked: "They are booked.",
  replied: "They replied.",
  no_reply: "They have not replied yet.",
};

function textedHeadline(told: ToldCall): string {
  const { textedBy, textedAt, now, timeZone } = told;
  if (textedBy) {
    return `${firstName(textedBy)} texted them${textedAt ? ` ${sinceWords(told, textedAt)}` : ""}.`;
  }
  const seconds = secondsToText(told);
  if (seconds !== null) return `We texted them ${formatSeconds(seconds)} after the call.`;
  return textedAt ? `We texted them ${atOrOn(spelledMoment(textedAt, now, timeZone))}.` : "We texted them.";
}

function sinceWords({ now, timeZone }: ToldCall, at: Date): string {
  return atOrOn(spelledMoment(at, now, timeZone));
}

/** "at 3 PM", but "on Jun 3" and "on Mon 5:31 PM". */
function atOrOn(moment: string): string {
  return /^\d/.test(moment) ? `at ${moment}` : `on ${moment}`;
}

function formatSeconds(seconds: number): string {
  return seconds < 60 ? `${seconds} second${seconds === 1 ? "" : "s"}` : formatDuration(seconds);
}

/** The stored trace; for a call that needed no decision, the one check that says so. */
function checkRows(told: ToldCall): TraceRow[] {
  const trace = told.trace.length > 0 ? told.trace : undecidedTrace(told);
  return trace.map(({ check, verdict, detail }) => ({
    state: verdict,
    title: isCheck(check) ? CHECK_WORDS[check].title(told.facts) : "Another check",
    detail,
  }));
}

const ALWAYS: readonly Check[] = CHECKS.filter((check) => check !== "no_voice_help");

function undecidedTrace({ callState, facts }: ToldCall): TraceEntry[] {
  const first =
    callState === "answered"
      ? { verdict: "stopped" as const, detail: facts.call?.answeredBy ?? "Answered" }
      : { verdict: "not_checked" as const, detail: callState === "failed" ? "Didn't reach us" : "Not checked" };
  return ALWAYS.map((check, index) => ({
    check,
    ...(index === 0 ? first : { verdict: "not_checked" as const, detail: "Not checked" }),
  }));
}

function textRow(told: ToldCall): TraceRow {
  const title = "Text sent";
  switch (resultKind(told)) {
    case "texted": {
      const seconds = secondsToText(told);
      if (told.textedBy) return { state: "sent", title, detail: `By ${firstName(told.textedBy)}` };
      if (seconds !== null) return { state: "sent", title, detail: `${formatDuration(seconds)} after the call` };
      return { state: "sent", title, detail: told.textedAt ? upper(atMoment(told, told.textedAt)) : "Sent" };
    }
    case "sending":
      return { state: "not_checked", title, detail: "Sending" };
    case "held":
      return {
        state: "not_checked",
        title,
        detail: told.heldUntil ? `Will text ${atMoment(told, told.heldUntil)}` : "Not sent",
      };
    case "not_delivered":
      return { state: "failed", title, detail: explainRefusal(told.text?.errorCode ?? null).short };
    case "unconfirmed":
      return { state: "stopped", title, detail: "Couldn't tell" };
    case "not_texted":
    case "none":
      return { state: "not_checked", title, detail: "Not sent" };
    case "pending":
      return { state: "not_checked", title, detail: "Not yet" };
  }
}

function openLead(label: string): Remedy {
  return { kind: "open_lead", label };
}

function upper(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
