import { webhookPaths } from "@/lib/twilio/webhook-urls";
import { type Account, type Caller, forwardedBy, signedPost, voiceParams } from "../twilio-requests";

/** One webhook of a call: when Twilio sends it, in milliseconds since the call's arrival, and whether it is the last word. */
export type Moment = { afterMs: number; path: string; headers: Record<string, string>; body: string; final: boolean };

/** As long as the notice takes to say, and somebody's patience with a phone that nobody answers. */
export const NOTICE_MS = 5_000;
export const RINGING_MS = 5_000;

type Beat = [afterMs: number, path: string, more: Record<string, string>];

/** A call that was forwarded to us: it hears the notice at once, and is missed when the notice is over. */
export function forwardedCall(call: Caller, account: Account): Moment[] {
  const forwarded = forwardedBy(call.to);
  return written(call, account, [
    [0, webhookPaths.voiceIncoming, { ...forwarded, CallStatus: "ringing" }],
    ...afterNotice(NOTICE_MS, forwarded),
  ]);
}

/** A call that rings a phone first: its leg reports as well, and the end of the ringing begins the notice. */
export function directCall(call: Caller, account: Account): Moment[] {
  const leg = `CA${[...call.sid.slice(2)].reverse().join("")}`;
  const onLeg = { CallSid: leg, ParentCallSid: call.sid, From: call.to.number, Caller: call.to.number };
  const toPhone = { To: call.to.phone, Called: call.to.phone, Direction: "outbound-dial" };
  const ofLeg = (CallStatus: string, SequenceNumber: string) => ({ ...onLeg, ...toPhone, CallStatus, SequenceNumber });
  return written(call, account, [
    [0, webhookPaths.voiceIncoming, { CallStatus: "ringing" }],
    [150, webhookPaths.voiceStatus, ofLeg("initiated", "0")],
    [300, webhookPaths.voiceStatus, ofLeg("ringing", "1")],
    [RINGING_MS, webhookPaths.voiceStatus, ofLeg("no-answer", "2")],
    [
      RINGING_MS + 50,
      webhookPaths.voiceDialed,
      { CallStatus: "ringing", DialCallStatus: "no-answer", DialCallSid: leg, DialBridged: "false" },
    ],
    ...afterNotice(RINGING_MS + 50 + NOTICE_MS, {}),
  ]);
}

function afterNotice(overAt: number, more: Record<string, string>): Beat[] {
  return [
    [overAt, webhookPaths.voiceNotice, { ...more, CallStatus: "in-progress" }],
    [
      overAt + 100,
      webhookPaths.voiceStatus,
      { ...more, CallStatus: "completed", CallDuration: "6", SequenceNumber: "0" },
    ],
  ];
}

function written(call: Caller, account: Account, beats: Beat[]): Moment[] {
  return beats.map(([afterMs, path, more]) => ({
    afterMs,
    path,
    ...signedPost(path, voiceParams(call, account, more), account),
    final: path === webhookPaths.voiceNotice,
  }));
}
