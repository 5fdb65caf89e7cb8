import { setTimeout as sleep } from "node:timers/promises";
import { textFigures } from "../count-texts";
import type { Evidence } from "../history";
import { callOnTheNetwork, untilHungUp } from "../load/network-calls";
import { atLeast, atMost, type Scenario } from "../scenario";

const CALLS = 300;

/** Calls none of whose webhooks arrive: the sweeper finds them in the carrier's own list. */
export const lostWebhooks: Scenario = {
  name: "lost-webhooks",
  title: "every webhook of a call lost",
  cluster: { web: "handlers", webs: 1, workers: 2, durable: false, wired: false, timeScale: 0.2 },
  places: (size) => ({ count: size(40, 10) }),
  play: async (world) => {
    const { cluster, size } = world;
    await cluster.carrier.setFaults({ webhooks: [{ effect: "drop" }] });
    await callOnTheNetwork(world, { calls: size(CALLS, 30), perSecond: 3 });
    await untilHungUp(world);
    // Every webhook has had its last try by then: only the sweeper can tell of the calls.
    while ((await cluster.carrier.health()).webhooksInFlight > 0) await sleep(200);
    await cluster.carrier.setFaults({});
  },
  figures: (evidence, { load, size }) => {
    const seconds = decidedAfter(evidence);
    return [
      atLeast("calls decided", seconds.length, size(CALLS, 30)),
      atMost("slowest decision after the call's end", Math.max(0, ...seconds), 120, " s"),
      ...textFigures(evidence, load.callers.values()),
    ];
  },
};

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
