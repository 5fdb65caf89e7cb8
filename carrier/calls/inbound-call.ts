import type { Network } from "../network";
import { runCall } from "../twiml/run-call";
import { sendCallStatus } from "../webhooks/call-status-webhook";
import { LiveCall } from "./live-call";
import type { Party } from "./party";

export interface InboundCall {
  from: string;
  to: string;
  caller: Party;
  forwardedFrom?: string;
  stirVerstat?: string;
}

/** A call arrives at a number of the account: asks its VoiceUrl and does as told, then tells its StatusCallback. */
export function startInboundCall(network: Network, start: InboundCall): LiveCall {
  const number = network.state.numbers.get(start.to);
  const live = new LiveCall(network, {
    from: start.from,
    to: start.to,
    direction: "inbound",
    forwardedFrom: start.forwardedFrom,
    stirVerstat: start.stirVerstat,
    phoneNumberSid: number?.sid,
  });
  if (number?.statusCallback) {
    const target = { kind: "number_status", url: number.statusCallback, method: number.statusCallbackMethod } as const;
    live.onEvent = (event) => {
      if (event === "completed") sendCallStatus(network, live, { sequence: 0, target });
    };
  }
  if (number?.voiceFallbackUrl) {
    live.fallback = { url: number.voiceFallbackUrl, method: number.voiceFallbackMethod };
  }
  live.connect(start.caller);
  if (number?.voiceUrl) {
    const first = { kind: "voice", url: number.voiceUrl, method: number.voiceMethod, extra: {} } as const;
    void runCall(network, live, first);
  } else {
    start.caller.hear("notice", "The number you have dialed is not in service.");
    live.finish("failed");
  }
  return live;
}
