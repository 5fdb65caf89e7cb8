import type { Lane } from "./lanes";

type Observe = (lane: Lane, seconds: number) => void;

// Next has a copy of this module in each of its bundles, and they share the pools.
const kept = globalThis as typeof globalThis & { ringbackConnectionWaits?: Observe };

/** Asks to be told how long each transaction waits for a connection, its BEGIN included. */
export function observeConnectionWaits(observe: Observe): void {
  kept.ringbackConnectionWaits = observe;
}

/** Begins to measure one wait. @returns what to call when it is over */
export function startWait(lane: Lane): () => void {
  const observe = kept.ringbackConnectionWaits;
  if (!observe) return () => {};
  const from = performance.now();
  return () => observe(lane, (performance.now() - from) / 1000);
}
