import { setTimeout as sleep } from "node:timers/promises";
import { textFigures } from "../count-texts";
import type { Evidence } from "../history";
import { tellEnd } from "../load/stories";
import { atLeast, atMost, type Scenario, type World } from "../scenario";
import { until } from "../until";

const CALLERS = 300;
const PER_SECOND = 5;
const TO_EXPIRE_MS = 10 * 60_000;
/** From a text's expiry to the row that says so. */
const TOLD_WITHIN_MS = 60_000;

/** Longer than a text stays true the carrier takes none. Nothing of that goes out later, and the next call gets its text. */
export const tooLate: Scenario = {
  name: "too-late",
  title: "429 for longer than ten minutes; then everybody calls again",
  cluster: { web: "handlers", webs: 1, workers: 2, durable: false, wired: false, timeScale: 1 },
  places: (size) => ({ count: size(40, 10) }),
  play: async (world) => {
    const { cluster, load, size, random, places } = world;
    await cluster.carrier.setFaults({ requests: [{ effect: "too_many_requests" }] });
    const callers = Array.from({ length: size(CALLERS, 40) }, () => load.newCaller(random.pick(places)));
    await callEach(world, callers, "first");
    await sleep(TO_EXPIRE_MS);
    await until("every text has expired", TOLD_WITHIN_MS, async () => (await openTexts(world)) === 0);
    await cluster.carrier.setFaults({});
    await callEach(world, callers, "second");
  },
  figures: (evidence, { load, size }) => {
    const ended = evidence.rows.recoveries.filter(({ state, reason }) => state === "failed" || reason === "too_late");
    return [
      atLeast("texts that came too late, and say so", ended.length, size(CALLERS, 40)),
      atLeast("requests the carrier refused", refused(evidence), size(CALLERS * 10, 400)),
      atMost("of these taken", ended.filter(({ messageId }) => taken(evidence, messageId)).length, 0),
      ...textFigures(evidence, load.callers.values()),
    ];
  },
};

async function callEach({ load, random }: World, callers: Iterable<Parameters<typeof load.tell>[0]>, time: string) {
  const told: Promise<void>[] = [];
  for (const caller of callers) {
    const own = random.fork(`${time} call of ${caller.from}`);
    const wishes = { copies: 1, spreadMs: 0, dropped: 0 };
    told.push(load.tell(caller, tellEnd(own, caller.place, caller.from), { random: own, wishes }));
    await sleep(1_000 / PER_SECOND);
  }
  await Promise.all(told);
}

const openTexts = ({ cluster }: World) => cluster.database.count("messages where status in ('queued', 'sending')");

const refused = ({ ledger }: Evidence) => ledger.filter((request) => request.refused !== null).length;

const taken = ({ ledger }: Evidence, messageId: string | null) =>
  ledger.some((request) => request.messageId === messageId && request.sid !== null);
