import type { Network } from "../network";
import { bridge } from "./bridge";
import { PhoneCall } from "./phone-call";
import { type RingOutcome, ring } from "./ring";

export interface CallPlan {
  from: string;
  to: string;
  /** Counted from dialling. */
  hangUpAfterSeconds?: number;
  /** Counted from the answer. */
  presses?: { afterSeconds: number; digits: string }[];
  /** How long the caller speaks when asked to leave a message. Default: says nothing. */
  messageSeconds?: number;
  stirVerstat?: string;
  /** Hides the caller's number: true for Twilio's +266696687, or the very word to send, such as "Anonymous". */
  withheld?: boolean | string;
}

const OUTCOME_TONES: Record<Exclude<RingOutcome["kind"], "answered">, string> = {
  busy: "Busy tone",
  "no-answer": "The person you are calling is not available.",
  failed: "Your call cannot be completed.",
  canceled: "Call ended",
};

/** Somebody on the network rings a number, be it a phone or one of the account's. */
export function placeCall(network: Network, plan: CallPlan): PhoneCall {
  const call = new PhoneCall(network.clock, { phone: plan.from, role: "caller", with: plan.to });
  call.messageSeconds = plan.messageSeconds ?? 0;
  network.state.keepPhone(plan.from);
  network.calls.addPhoneCall(call);
  if (plan.hangUpAfterSeconds !== undefined) {
    call.whenGone(network.clock.after(plan.hangUpAfterSeconds, () => call.hangUp()));
  }
  void carryOut(network, plan, call);
  return call;
}

async function carryOut(network: Network, plan: CallPlan, call: PhoneCall): Promise<void> {
  const outcome = await ring(network, {
    from: shownNumber(plan),
    to: plan.to,
    near: call,
    stirVerstat: plan.stirVerstat ?? (plan.from.startsWith("+1") ? "TN-Validation-Passed-A" : undefined),
    onRinging: () => call.hear("ringing", "Ringing"),
  });
  if (outcome.kind !== "answered") {
    if (call.state !== "ended") call.hear("tone", OUTCOME_TONES[outcome.kind]);
    call.end(outcome.kind);
    return;
  }
  call.connected();
  for (const { afterSeconds, digits } of plan.presses ?? []) {
    call.whenGone(network.clock.after(afterSeconds, () => call.press(digits)));
  }
  if (outcome.far instanceof PhoneCall) await bridge(call, outcome.far);
  outcome.far.whenGone(() => call.hangUp());
}

function shownNumber({ from, withheld }: CallPlan): string {
  if (withheld === true) return "+266696687";
  return typeof withheld === "string" ? withheld : from;
}
