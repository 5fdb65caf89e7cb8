import { z } from "zod";
import {
  type CallDirection,
  type CallProgress,
  callDirection,
  callProgress,
  type DialStatus,
  dialStatus,
} from "./call-words";
import { count, firstOfEach, type Reading, text, word } from "./form-fields";

export type DialResult = {
  status: DialStatus;
  /** The leg that decided; with several phones ringing the others show only in their own callbacks. */
  sid: string | null;
  durationSeconds: number | null;
  /** Null when Twilio does not say: then only an accepted screening tells. */
  bridged: boolean | null;
};

export type VoiceEvent = {
  sid: string;
  parentSid: string | null;
  accountSid: string;
  /** As sent: E.164, a withheld caller's stand-in, `client:…`, `sip:…` or nothing. */
  from: string;
  to: string;
  state: CallProgress;
  direction: CallDirection;
  /** Whatever the caller's carrier put there; proves nothing. */
  forwardedFrom: string | null;
  verstat: "passed" | "failed" | "none";
  attestation: "A" | "B" | "C" | null;
  callerName: string | null;
  digits: string | null;
  /** Who Twilio's answering machine detection heard; null when it was not asked or could not tell. */
  answeredBy: "person" | "machine" | null;
  dial: DialResult | null;
  durationSeconds: number | null;
  sequence: number | null;
  timestamp: Date | null;
};

/** Whether this can be the name of a call, as it stands in the path of some of our webhooks. */
export function isCallSid(sid: string): boolean {
  return /^CA[0-9a-f]{32}$/i.test(sid);
}

const LONGEST_WORD = 40;

// Twilio adds parameters without notice, so nothing here is closed and only the call itself is required.
const fields = z.looseObject({
  CallSid: word,
  ParentCallSid: word,
  AccountSid: text,
  From: text,
  To: text,
  CallStatus: text,
  Direction: text,
  ForwardedFrom: word,
  StirVerstat: text,
  CallerName: word,
  Digits: word,
  AnsweredBy: text,
  DialCallStatus: word,
  DialCallSid: word,
  DialCallDuration: count,
  DialBridged: word,
  CallDuration: count,
  SequenceNumber: count,
  Timestamp: word,
});

/** A voice webhook of any kind (first request, dial's action, key press, status callback) in our words. */
export function readVoice(params: URLSearchParams): Reading<VoiceEvent> {
  const parsed = fields.safeParse(firstOfEach(params));
  if (!parsed.success) return { unreadable: z.prettifyError(parsed.error) };
  const sent = parsed.data;
  if (!sent.CallSid) return { unreadable: "The call has no CallSid" };
  // The detection's own callback says nothing of the call but who answered it.
  const state = callProgress(sent.CallStatus || (sent.AnsweredBy ? "in-progress" : ""));
  if (!state) return { unreadable: `CallStatus "${sent.CallStatus.slice(0, LONGEST_WORD)}" is not a word we know` };
  const dial = readDial(sent);
  if (dial && "unreadable" in dial) return dial;

  return {
    sid: sent.CallSid,
    parentSid: sent.ParentCallSid,
    accountSid: sent.AccountSid,
    from: sent.From,
    to: sent.To,
    state,
    direction: callDirection(sent.Direction),
    forwardedFrom: sent.ForwardedFrom,
    ...readVerstat(sent.StirVerstat),
    callerName: sent.CallerName,
    digits: sent.Digits,
    answeredBy: readAnsweredBy(sent.AnsweredBy),
    dial,
    durationSeconds: sent.CallDuration,
    sequence: sent.SequenceNumber,
    timestamp: readTime(sent.Timestamp),
  };
}

function readDial(sent: z.infer<typeof fields>): Reading<DialResult> | null {
  if (sent.DialCallStatus === null) return null;
  const status = dialStatus(sent.DialCallStatus);
  if (!status)
    return { unreadable: `DialCallStatus "${sent.DialCallStatus.slice(0, LONGEST_WORD)}" is not a word we know` };
  const bridged = sent.DialBridged === "true" ? true : sent.DialBridged === "false" ? false : null;
  return { status, sid: sent.DialCallSid, durationSeconds: sent.DialCallDuration, bridged };
}

/** "human", "machine_start", "machine_end_beep" and its kin, "fax", "unknown". */
function readAnsweredBy(answeredBy: string): VoiceEvent["answeredBy"] {
  if (answeredBy === "human") return "person";
  return answeredBy === "fax" || answeredBy.startsWith("machine") ? "machine" : null;
}

/** "TN-Validation-Passed-A" and its longer forms; "No-TN-Validation" and silence mean that nobody vouched. */
function readVerstat(verstat: string): Pick<VoiceEvent, "verstat" | "attestation"> {
  const [, verdict, level] = /^TN-Validation-(Passed|Failed)(?:-([ABC]))?/.exec(verstat) ?? [];
  const attestation = level === "A" || level === "B" || level === "C" ? level : null;
  return { verstat: verdict === "Passed" ? "passed" : verdict === "Failed" ? "failed" : "none", attestation };
}

function readTime(value: string | null): Date | null {
  const time = value === null ? Number.NaN : Date.parse(value);
  return Number.isNaN(time) ? null : new Date(time);
}
