import { AsyncLocalStorage } from "node:async_hooks";

/**
 * Who asks the database. Each lane has connections of its own, so that pages that use up theirs never keep a webhook
 * waiting, nor the reverse.
 */
export type Lane = "pages" | "webhooks" | "notices";

type Limits = {
  connections: number;
  /** For a whole transaction, with the wait for a connection; or for one statement outside of any. */
  deadlineMs: number;
};

export const LANES: Record<Lane, Limits> = {
  /** And the worker. */
  pages: { connections: 10, deadlineMs: 30_000 },
  /** Their caller has stopped waiting by then. */
  webhooks: { connections: 10, deadlineMs: 5_000 },
  notices: { connections: 2, deadlineMs: 5_000 },
};

// Next has a copy of this module in each of its bundles, and they share the pools.
const kept = globalThis as typeof globalThis & { ringbackLane?: AsyncLocalStorage<Lane> };

const current = () => {
  kept.ringbackLane ??= new AsyncLocalStorage<Lane>();
  return kept.ringbackLane;
};

/** Whatever `work` asks the database, and whatever that calls, goes by the webhooks' lane. */
export function inWebhookLane<T>(work: () => T): T {
  return current().run("webhooks", work);
}

export function currentLane(): Lane {
  return current().getStore() ?? "pages";
}
