import type { Network } from "../network";
import { startInboundCall } from "./inbound-call";
import { Party } from "./party";
import { PhoneCall } from "./phone-call";
import { ringPhone } from "./ring-phone";

export interface RingRequest {
  from: string;
  to: string;
  /** The calling end: hangs up to stop the ringing, and hears what is said before and after the answer. */
  near: Party;
  onRinging?: () => void;
  /** Twilio's child leg or REST call that rings. */
  callSid?: string;
  forwardedFrom?: string;
  stirVerstat?: string;
  forwards?: number;
}

export type RingOutcome = { kind: "answered"; far: Party } | { kind: "busy" | "no-answer" | "failed" | "canceled" };

const MOST_FORWARDS = 3;

/** Rings whatever is at a number: a phone, another line it forwards to, or a number of the account. */
export async function ring(network: Network, request: RingRequest): Promise<RingOutcome> {
  if (request.near.gone.aborted) return { kind: "canceled" };
  const forwards = request.forwards ?? 0;
  if (forwards > MOST_FORWARDS) return { kind: "failed" };
  if (network.state.numbers.has(request.to)) return ringAccount(network, request);
  const outcome = await ringPhone(network, request);
  if (outcome.kind !== "forward") return outcome;
  return ring(network, {
    ...request,
    to: outcome.to,
    forwardedFrom: outcome.forwardedFrom,
    forwards: forwards + 1,
  });
}

async function ringAccount(network: Network, request: RingRequest): Promise<RingOutcome> {
  const { near } = request;
  const live = startInboundCall(network, {
    from: request.from,
    to: request.to,
    caller: near,
    forwardedFrom: request.forwardedFrom,
    stirVerstat: request.stirVerstat,
  });
  if (near instanceof PhoneCall && near.role === "caller") network.calls.link(near, live.record.sid);
  request.onRinging?.();
  const answered = await Promise.race([
    live.answered.then(() => true),
    new Promise<false>((resolve) => live.signal.addEventListener("abort", () => resolve(false), { once: true })),
  ]);
  if (!answered) {
    const { status } = live.record;
    return { kind: status === "busy" || status === "no-answer" || status === "failed" ? status : "canceled" };
  }
  const far = new Party(network.clock);
  if (live.signal.aborted) far.hangUp();
  live.signal.addEventListener("abort", () => far.hangUp(), { once: true });
  far.whenGone(() => near.hangUp());
  return { kind: "answered", far };
}
