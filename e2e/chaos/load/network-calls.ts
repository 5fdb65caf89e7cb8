import { setTimeout as sleep } from "node:timers/promises";
import type { World } from "../scenario";
import { until } from "../until";
import type { Caller } from "./load";

export type NetworkCalls = { calls: number; perSecond: number };

/**
 * Calls on the network itself: somebody rings a business, which does not answer and forwards to us. The carrier tells of
 * them as its faults allow, and lists them for the sweeper.
 */
export function callOnTheNetwork(world: World, { calls, perSecond }: NetworkCalls): Promise<void> {
  const random = world.random.fork("network");
  const forwarding = world.places.filter(({ mode }) => mode === "forwarding");
  const callers = Array.from({ length: calls }, () => world.load.newCaller(random.pick(forwarding)));
  return callEach(world, callers, perSecond);
}

/** One call by each of these callers of places that forward. */
export async function callEach({ cluster }: World, callers: Caller[], perSecond: number): Promise<void> {
  for (const { businessLine: number, number: to } of new Set(callers.map(({ place }) => place))) {
    const rule = { to, on: ["busy"], passForwardedFrom: "line" };
    await cluster.carrier.setPhone({ number, behaviour: "busy", forwarding: rule });
  }
  for (const caller of callers) {
    caller.missed += 1;
    await cluster.carrier.placeCall({ from: caller.from, to: caller.place.businessLine });
    await sleep(1_000 / perSecond);
  }
}

/** A call rings, hears the notice, and may wait for a webhook that comes late. */
const LONGEST_CALL_MS = 300_000;

/** Waits until nobody is on the phone any more. */
export function untilHungUp({ cluster }: World): Promise<void> {
  return until("everybody has hung up", LONGEST_CALL_MS, async () => (await cluster.carrier.health()).liveCalls === 0);
}

/** And until every webhook has had its last try. */
export function untilTold({ cluster }: World): Promise<void> {
  const told = async () => (await cluster.carrier.health()).webhooksInFlight === 0;
  return until("every webhook has had its last try", LONGEST_CALL_MS, told);
}
