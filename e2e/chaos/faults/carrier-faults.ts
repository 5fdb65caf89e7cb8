import type { CarrierFaults } from "../cluster/carrier";

/** What becomes of a request for a text: of a hundred, so many. */
const FAULTY = {
  too_many_requests: 8,
  error_before: 3,
  error_after: 3,
  reset_before: 3,
  reset_after: 3,
  hang_before: 2,
  hang_after: 2,
};

/**
 * 24 % of the answers to requests for texts are faulty: of these a third says no for now, a third fails although the text
 * was not taken, and a third although it was. The texts' reports come twice, late, in another order, or not at all.
 */
export function faultyCarrier(seed: number): CarrierFaults {
  return {
    seed,
    requests: oneOf(FAULTY),
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

/**
 * The carrier draws for every fault by itself, and does the first that stops a request: each has to strike more often, so
 * that its share comes out although others strike as well.
 */
function oneOf(shares: Record<string, number>): NonNullable<CarrierFaults["requests"]> {
  let left = 100;
  return Object.entries(shares).map(([effect, share]) => {
    const probability = share / left;
    left -= share;
    return { effect, probability };
  });
}
