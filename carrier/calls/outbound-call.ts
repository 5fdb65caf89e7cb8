import type { Network } from "../network";
import { type FirstTwiml, runCall } from "../twiml/run-call";
import { type CallEvent, type CallEventTarget, sendCallStatus } from "../webhooks/call-status-webhook";
import { LiveCall } from "./live-call";
import { Party } from "./party";
import { ring } from "./ring";

export interface OutboundCall {
  from: string;
  to: string;
  timeoutSeconds: number;
  twiml: FirstTwiml;
  statusCallback?: CallEventTarget & { events: readonly CallEvent[] };
}

/** A call placed over REST. Answers at once; the call goes on by itself. */
export function startOutboundCall(network: Network, start: OutboundCall): LiveCall {
  const live = new LiveCall(network, {
    from: start.from,
    to: start.to,
    direction: "outbound-api",
    phoneNumberSid: network.state.numbers.get(start.from)?.sid,
  });
  const { statusCallback } = start;
  if (statusCallback) {
    live.onEvent = (event, sequence) => {
      if (statusCallback.events.includes(event)) sendCallStatus(network, live, { sequence, target: statusCallback });
    };
  }
  void place(network, live, start);
  return live;
}

async function place(network: Network, live: LiveCall, start: OutboundCall): Promise<void> {
  if (!(await network.clock.wait(0.2, live.signal))) return;
  live.initiate();
  const near = new Party(network.clock);
  live.signal.addEventListener("abort", () => near.hangUp(), { once: true });
  const cancelTimeout = network.clock.after(start.timeoutSeconds, () => near.hangUp());
  const outcome = await ring(network, {
    from: start.from,
    to: start.to,
    near,
    callSid: live.record.sid,
    onRinging: () => live.ring(),
  });
  cancelTimeout();
  if (outcome.kind !== "answered") {
    live.finish(outcome.kind === "canceled" ? "no-answer" : outcome.kind);
    return;
  }
  live.answer();
  live.connect(outcome.far);
  await runCall(network, live, start.twiml);
}
