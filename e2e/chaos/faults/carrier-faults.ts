import type { CarrierFaults } from "../cluster/carrier";

/**
 * 24 % of the answers to requests for texts are faulty: of these a third says no for now, a third fails although the text
 * was not taken, and a third although it was. The texts' reports come twice, late, in another order, or not at all.
 */
export function faultyCarrier(seed: number): CarrierFaults {
  return {
    seed,
    requests: [
      { effect: "too_many_requests", probability: 0.08 },
      { effect: "error_before", probability: 0.03 },
      { effect: "error_after", probability: 0.03 },
      { effect: "reset_before", probability: 0.03 },
      { effect: "reset_after", probability: 0.03 },
      { effect: "hang_before", probability: 0.02 },
      { effect: "hang_after", probability: 0.02 },
    ],
    webhooks: [
      { effect: "duplicate", kinds: ["message_status"], probability: 0.2, times: 3 },
      { effect: "reorder", kinds: ["message_status"], probability: 0.2 },
      { effect: "delay", kinds: ["message_status"], probability: 0.2, minMs: 0, maxMs: 3_000 },
      { effect: "drop", kinds: ["message_status"], probability: 0.2 },
    ],
    // Twilio's list lags as well; less than the settle time, which is what the settle time is for.
    listLagMs: 5_000,
  };
}
