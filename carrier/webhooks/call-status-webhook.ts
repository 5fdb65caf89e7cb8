import type { LiveCall } from "../calls/live-call";
import type { WebhookKind } from "../faults";
import type { Network } from "../network";
import type { WebhookTarget } from "../types";
import { callParameters } from "./call-parameters";
import { sendWebhook } from "./send-webhook";

export type CallEvent = "initiated" | "ringing" | "answered" | "completed";

export interface CallEventTarget extends WebhookTarget {
  kind: Extract<WebhookKind, "number_status" | "leg_status" | "call_status">;
}

/** Tells a status callback what a call has come to. Nobody waits for it. */
export function sendCallStatus(network: Network, live: LiveCall, event: { sequence: number; target: CallEventTarget }) {
  const { record } = live;
  const parameters: Record<string, string> = {
    ...callParameters(network, record),
    Timestamp: new Date().toUTCString().replace("GMT", "+0000"),
    CallbackSource: "call-progress-events",
    SequenceNumber: String(event.sequence),
  };
  if (record.endedAt !== null) {
    const seconds = record.durationSeconds ?? 0;
    parameters.CallDuration = String(seconds);
    parameters.Duration = String(Math.ceil(seconds / 60));
  }
  void sendWebhook(network, { ...event.target, sid: record.sid, parameters });
}
