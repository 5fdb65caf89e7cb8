import { countTexts } from "../count-texts";
import type { Evidence } from "../history";
import type { Load } from "../load/load";
import { atLeast, atMost, type Scenario } from "../scenario";

const MINUTES = 10;
const DRAINED_WITHIN_SECONDS = 180;
const TO_EXPIRE_MS = 10 * 60_000;
/** A text is claimed to be ended some moments before or after it expires. */
const ABOUT_MS = 5_000;
const REQUESTS = 2;

/** The carrier takes next to nothing for ten minutes: too many requests, errors and time-outs, some after it took the text. */
export const refusals: Scenario = {
  name: "refusals",
  title: "minutes of 429, 500 and time-outs",
  cluster: { web: "handlers", webs: 1, workers: 2, durable: true, wired: false, timeScale: 1 },
  places: (size) => ({ count: size(50, 10) }),
  play: async ({ cluster, load, size, random }) => {
    await cluster.carrier.setFaults({
      seed: random.fork("carrier").whole(1, 1_000_000),
      requests: [
        { effect: "too_many_requests", probability: 0.5 },
        { effect: "error_before", probability: 0.3 },
        { effect: "error_after", probability: 0.2 },
        { effect: "hang_before", probability: 0.5 },
        { effect: "hang_after", probability: 1 },
      ],
    });
    const end = Date.now() + size(MINUTES * 60_000, 60_000);
    const wishes = { copies: 2, spreadMs: 1_000, dropped: 0, ringTwice: 0.1, stops: 0.02 };
    const calls = Number.POSITIVE_INFINITY;
    await load.run({ calls, until: () => Date.now() > end, atOnce: 40, perSecond: 3, ...wishes });
    await cluster.carrier.setFaults({});
  },
  figures: (evidence, { load, measured }) => {
    const { due, once, twice, unconfirmed } = countTexts(evidence, load.callers.values());
    return [
      atLeast("callers due a text", due, 1),
      { what: "of these texted once, unconfirmed", value: `${once}, ${unconfirmed}`, bar: "", ok: true },
      atMost("texted twice", twice, 0),
      atMost("lost: no text, and nobody told why", lost(evidence, load), 0),
      atMost("given up before their ten minutes or their second request", givenUpEarly(evidence, load), 0),
      atMost("drained after", measured.get("quiet after, s") ?? 0, DRAINED_WITHIN_SECONDS, " s"),
    ];
  },
};

/** Callers who got nothing while no recovery of theirs says that it failed, came too late, or may have gone. */
function lost({ ledger, rows }: Evidence, load: Load): number {
  const texted = new Set(ledger.flatMap(({ to, sid }) => (sid ? [to] : [])));
  const callerOf = new Map(rows.calls.map(({ id, callerE164 }) => [id, callerE164]));
  const told = new Set(
    rows.recoveries
      .filter(({ state, reason }) => state === "failed" || state === "unconfirmed" || reason === "too_late")
      .map(({ callId }) => callerOf.get(callId)),
  );
  const due = [...load.callers.values()].filter(({ certain, missed }) => certain && missed > 0);
  return due.filter(({ from }) => !texted.has(from) && !told.has(from)).length;
}

/** Texts that were ended without being sent, or left in doubt, although a request of theirs was still to come. */
function givenUpEarly({ ledger, rows }: Evidence, { callers }: Load): number {
  const endedAt = new Map(rows.calls.map(({ id, endedAt }) => [id, endedAt]));
  const callOf = new Map(rows.recoveries.map(({ id, callId }) => [id, callId]));
  const given = new Map(
    rows.watched.flatMap(({ id, state, at }) => (state === "failed" || state === "unconfirmed" ? [[id, at]] : [])),
  );
  const unanswered = (id: string) => ledger.filter((one) => one.messageId === id && one.refused === null).length;
  return rows.messages.filter(({ id, recoveryId, status, to }) => {
    // Who wanted no text in the end was given up rightly.
    if (!callers.get(to)?.certain) return false;
    const [at, from] = [given.get(id), endedAt.get(callOf.get(recoveryId ?? "") ?? "")];
    if (at === undefined || !from || at - from >= TO_EXPIRE_MS - ABOUT_MS) return false;
    return status === "failed" || unanswered(id) < REQUESTS;
  }).length;
}
