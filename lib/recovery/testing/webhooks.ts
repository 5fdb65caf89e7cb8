import { newSid, nextPhone } from "@/db/testing/factories";
import { signatureOf } from "@/lib/twilio/verify-webhook";
import { webhookPaths } from "@/lib/twilio/webhook-urls";
import { receiveVoice } from "../intake/receive-voice";
import type { VoiceKind } from "../intake/step";

const ACCOUNT = "AC00000000000000000000000000000000";
const TOKEN = "12345";

export type Webhook = { kind: VoiceKind; path: string; params: Record<string, string>; callSid?: string };
export type Answered = { status: number; twiml: string };

/** The request as Twilio makes it, signed with the token of the tests. */
export function signed({ path, params }: Pick<Webhook, "path" | "params">, token = TOKEN): Request {
  const body = new URLSearchParams({ AccountSid: ACCOUNT, ApiVersion: "2010-04-01", ...params });
  return new Request(`http://localhost:3000${path}`, {
    method: "POST",
    headers: {
      "content-type": "application/x-www-form-urlencoded; charset=UTF-8",
      "x-twilio-signature": signatureOf(token, `https://ringback.test${path}`, body),
    },
    body: body.toString(),
  });
}

export async function post(webhook: Webhook): Promise<Answered> {
  const response = await receiveVoice(webhook.kind, signed(webhook), webhook.callSid);
  return { status: response.status, twiml: await response.text() };
}

export type Dialed = { status: string; bridged?: boolean; leg?: string };

/** The webhooks of one call, each ready to be posted, in any order and as often as one likes. */
export function phoneCall(to: string, more: { from?: string; forwardedFrom?: string; sid?: string } = {}) {
  const { from = nextPhone(), sid = newSid("CA"), forwardedFrom } = more;
  const own = { CallSid: sid, From: from, To: to, Direction: "inbound" };
  const forwarded: Record<string, string> = forwardedFrom ? { ForwardedFrom: forwardedFrom } : {};
  const ofLeg = (leg: string, phone: string) => ({
    ...{ CallSid: leg, ParentCallSid: sid, From: to, To: phone, Direction: "outbound-dial" },
  });
  return {
    sid,
    from,
    incoming: (): Webhook => ({
      ...{ kind: "incoming", path: webhookPaths.voiceIncoming },
      params: { ...own, ...forwarded, CallStatus: "ringing" },
    }),
    fallback: (): Webhook => ({
      ...{ kind: "incoming", path: webhookPaths.voiceFallback },
      params: { ...own, ...forwarded, CallStatus: "ringing", ErrorCode: "11200" },
    }),
    status: (state = "completed", happened?: Date): Webhook => ({
      ...{ kind: "status", path: webhookPaths.voiceStatus },
      params: {
        ...{ ...own, ...forwarded, CallStatus: state, SequenceNumber: "0" },
        ...(happened ? { Timestamp: happened.toUTCString() } : {}),
      },
    }),
    notice: (digits?: string): Webhook => ({
      ...{ kind: "notice", path: webhookPaths.voiceNotice },
      params: { ...own, CallStatus: "in-progress", ...(digits ? { Digits: digits } : {}) },
    }),
    dialed: ({ status, bridged, leg = newSid("CA") }: Dialed): Webhook => ({
      ...{ kind: "dialed", path: webhookPaths.voiceDialed },
      params: {
        ...{ ...own, CallStatus: "in-progress", DialCallStatus: status, DialCallSid: leg },
        ...(bridged === undefined ? {} : { DialBridged: String(bridged) }),
      },
    }),
    screen: (leg: string, phone: string): Webhook => ({
      ...{ kind: "screen", path: webhookPaths.voiceScreen(sid), callSid: sid },
      params: { ...ofLeg(leg, phone), CallStatus: "in-progress" },
    }),
    pressed: (leg: string, phone: string, Digits = "1"): Webhook => ({
      ...{ kind: "accepted", path: webhookPaths.voiceAccepted(sid), callSid: sid },
      params: { ...ofLeg(leg, phone), CallStatus: "in-progress", Digits },
    }),
    detected: (leg: string, AnsweredBy: string): Webhook => ({
      ...{ kind: "detected", path: webhookPaths.voiceDetected(sid), callSid: sid },
      params: { CallSid: leg, AnsweredBy, MachineDetectionDuration: "3000" },
    }),
    leg: (leg: string, phone: string, state: string): Webhook => ({
      ...{ kind: "status", path: webhookPaths.voiceStatus },
      params: { ...ofLeg(leg, phone), CallStatus: state },
    }),
  };
}

export type PhoneCall = ReturnType<typeof phoneCall>;
