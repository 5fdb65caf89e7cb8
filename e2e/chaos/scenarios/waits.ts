import { setTimeout as sleep } from "node:timers/promises";
import type { Evidence } from "../history";
import type { Caller } from "../load/load";
import { tellEnd } from "../load/stories";
import { atLeast, atMost, type Scenario, type World } from "../scenario";

const CALLERS = 300;
const CALLS_EACH = 6;
/** The wait between two openings, and how long callers take to ring again: some within it, some after. */
const WAIT_MS = 60_000;
const BETWEEN_MS = [15_000, 110_000] as const;
/** What lies between a call's end and the moment it is decided, with the notice's 3 s, on a busy machine. */
const ABOUT_MS = 10_000;

/**
 * Callers who ring again and again, with a wait of a minute, while the carrier refuses some texts for good and leaves others
 * in doubt. What was refused blocks nobody; what went out, or may have, blocks for the wait and no longer.
 */
export const waits: Scenario = {
  name: "waits",
  title: "callers who ring again within and after the wait, texts refused or in doubt",
  cluster: { web: "handlers", webs: 2, workers: 2, durable: false, wired: false, timeScale: 1 },
  places: (size) => ({ count: size(40, 10) }),
  play: async (world) => {
    const { cluster, load, size, random, places } = world;
    await cluster.database.asSuperuser((sql) => sql`update recovery_settings set cool_down_minutes = 1`);
    await cluster.carrier.setFaults({
      seed: random.fork("carrier").whole(1, 1_000_000),
      requests: [
        // No word about the caller: the next text may go.
        { effect: "refuse", code: 30034, probability: 0.2 },
        { effect: "too_many_requests", probability: 0.1 },
        { effect: "error_before", probability: 0.05 },
        { effect: "error_after", probability: 0.05 },
      ],
    });
    const callers = Array.from({ length: size(CALLERS, 40) }, () => load.newCaller(random.pick(places)));
    await Promise.all(callers.map((caller) => ringAgain(world, caller)));
    await cluster.carrier.setFaults({});
  },
  figures: (evidence, { size }) => [
    atLeast("callers texted more than once", textedAgain(evidence), size(CALLERS * 0.8, 20)),
    atLeast("texted after a refusal", afterRefusal(evidence), size(CALLERS * 0.3, 10)),
    atLeast("calls within a wait", silenced(evidence).length, size(CALLERS, 20)),
    atMost("silenced for no text of theirs", silenced(evidence).filter(forNothing(evidence)).length, 0),
  ],
};

async function ringAgain({ load, random }: World, caller: Caller): Promise<void> {
  const own = random.fork(`rings of ${caller.from}`);
  await sleep(own.between(0, BETWEEN_MS[1] / 2));
  for (let call = 0; call < CALLS_EACH; call++) {
    const ring = own.fork(call);
    const wishes = { copies: 2, spreadMs: 500, dropped: 0 };
    await load.tell(caller, tellEnd(ring, caller.place, caller.from), { random: ring, wishes });
    await sleep(own.between(...BETWEEN_MS));
  }
}

const callerOf = ({ rows }: Evidence) => new Map(rows.calls.map(({ id, callerE164 }) => [id, callerE164 ?? ""]));

function textedAgain({ ledger }: Evidence): number {
  const taken = ledger.filter(({ sid }) => sid !== null).map(({ to }) => to);
  return new Set(taken.filter((to, place) => taken.indexOf(to) < place)).size;
}

function afterRefusal(evidence: Evidence): number {
  const { rows, ledger } = evidence;
  const callers = callerOf(evidence);
  const refused = new Set(
    rows.recoveries.filter(({ state }) => state === "failed").map(({ callId }) => callers.get(callId)),
  );
  const lastRefused = new Map(ledger.flatMap(({ to, at, refused: code }) => (code === 30034 ? [[to, at]] : [])));
  return [...refused].filter((caller) =>
    ledger.some(({ to, sid, at }) => to === caller && sid !== null && at > (lastRefused.get(to) ?? at)),
  ).length;
}

type Silenced = { caller: string; at: number };

/** The calls that were decided against because of an earlier text, and when they ended. */
function silenced({ rows }: Evidence): Silenced[] {
  const calls = new Map(rows.calls.map((call) => [call.id, call]));
  return rows.recoveries.flatMap(({ reason, callId }) => {
    const call = reason === "within_cool_down" ? calls.get(callId) : undefined;
    return call?.callerE164 && call.endedAt ? [{ caller: call.callerE164, at: call.endedAt }] : [];
  });
}

/** Whether no opening to them had been taken, was under way or in doubt within the wait before. */
function forNothing({ ledger, rows }: Evidence): (silenced: Silenced) => boolean {
  const states = new Map<string, { at: number; state: string }[]>();
  for (const { id, at, state } of rows.watched) states.set(id, [...(states.get(id) ?? []), { at, state }]);
  return ({ caller, at }) => {
    const within = (moment: number) => moment <= at + ABOUT_MS && moment > at - WAIT_MS - ABOUT_MS;
    if (ledger.some(({ to, sid, at: taken }) => to === caller && sid !== null && within(taken))) return false;
    return !rows.messages.some(({ id, to, createdAt }) => {
      const last = states.get(id)?.at(-1);
      if (to !== caller || !last || createdAt > at + ABOUT_MS) return false;
      const endedAt = ["queued", "sending"].includes(last.state) ? at : last.at;
      return endedAt >= at - ABOUT_MS || (last.state === "unconfirmed" && within(endedAt));
    });
  };
}
