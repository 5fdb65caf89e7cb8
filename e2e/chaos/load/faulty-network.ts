import type { CarrierFaults } from "../cluster/carrier";
import { textFigures } from "../count-texts";
import type { Evidence } from "../history";
import { atLeast, atMost, type Figure, type World } from "../scenario";
import { callOnTheNetwork, type NetworkCalls, untilHungUp, untilTold } from "./network-calls";

/** Calls on the network while it loses or delays webhooks, until every webhook has had its last try. */
export async function callWithFaults(
  world: World,
  { webhooks, ...calls }: NetworkCalls & Required<Pick<CarrierFaults, "webhooks">>,
): Promise<void> {
  await world.cluster.carrier.setFaults({ webhooks });
  await callOnTheNetwork(world, calls);
  await untilHungUp(world);
  await untilTold(world);
  await world.cluster.carrier.setFaults({});
}

/** Every one of the calls is decided in the time the sweeper has for it. */
export function decisionFigures(evidence: Evidence, { load }: World, calls: number): Figure[] {
  const seconds = decidedAfter(evidence);
  return [
    atLeast("calls decided", seconds.length, calls),
    atMost("slowest decision after the call's end", Math.max(0, ...seconds), 120, " s"),
    ...textFigures(evidence, load.callers.values()),
  ];
}

/** Seconds from each call's end on the network to the moment its row said missed. */
function decidedAfter({ history, rows }: Evidence): number[] {
  const sidOf = new Map(rows.calls.map(({ id, sid }) => [id, sid]));
  const missedAt = new Map(
    rows.watched.flatMap(({ kind, id, state, at }) =>
      kind === "call" && state === "missed" ? [[sidOf.get(id), at]] : [],
    ),
  );
  return history.flatMap((one) => {
    const at = one.is === "call" ? missedAt.get(one.sid) : undefined;
    return one.is === "call" && typeof at === "number" ? [(at - one.endedAt) / 1000] : [];
  });
}
