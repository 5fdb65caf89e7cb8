import { setTimeout as sleep } from "node:timers/promises";
import type { Evidence } from "../history";
import type { Caller } from "../load/load";
import { callEach, untilHungUp, untilTold } from "../load/network-calls";
import { atLeast, atMost, type Scenario, type World } from "../scenario";
import { until } from "../until";

const CALLERS = 400;
/** What people write, one after the other. The network knows the words in capitals; the others only we understand. */
const CHANGES_OF_MIND = [
  ["STOP", "START"],
  ["START", "STOP"],
  ["STOP", "START", "please stop texting me"],
  ["please stop texting me", "START"],
  ["STOP", "START", "STOP"],
  ["please take me off your list", "START", "please stop texting me"],
] as const;
/** Further apart than the moment within which silence counts. */
const BETWEEN_MS = [8_000, 25_000] as const;
/** A text is lost when its webhook and that to the fallback are: two in five. */
const LOST = 0.65;
const DOORS = ["message_in", "fallback"];
const SWEPT_WITHIN_MS = 240_000;

/** Callers who change their minds, by texts of which many reach us only with the sweep: out of order, that is. */
export const lateWishes: Scenario = {
  name: "late-wishes",
  title: "STOP and START, many found late by the sweeper; then everybody calls",
  cluster: { web: "handlers", webs: 2, workers: 2, durable: false, wired: false, timeScale: 0.2 },
  places: (size) => ({ count: size(40, 10) }),
  play: async (world) => {
    const { cluster, size, load, places, random } = world;
    await cluster.carrier.setFaults({ webhooks: [{ effect: "drop", kinds: DOORS, probability: LOST }] });
    const callers = Array.from({ length: size(CALLERS, 60) }, () => load.newCaller(random.pick(places)));
    const sids = await Promise.all(callers.map((caller) => changeTheirMind(world, caller)));
    await untilTold(world);
    await until("every text is known", SWEPT_WITHIN_MS, async () => {
      const known = await cluster.database.count("messages where provider_sid = any($1)", [sids.flat()]);
      return known === sids.flat().length;
    });
    await cluster.carrier.setFaults({});
    await callEach(world, callers, 5);
    await untilHungUp(world);
  },
  figures: (evidence, { size }) => {
    const [open, out] = [lastWishes(evidence), optedOut(evidence)];
    const wrong = (opens: boolean) =>
      [...open].filter(([caller, opened]) => opened === opens && out.get(caller) !== !opens).length;
    return [
      atLeast("callers who changed their minds", open.size, size(CALLERS, 60)),
      atMost("opted out although they wrote START last", wrong(true), 0),
      atMost("not opted out although they asked for silence last", wrong(false), 0),
    ];
  },
};

async function changeTheirMind({ cluster, recorder, random }: World, caller: Caller): Promise<string[]> {
  caller.certain = false;
  const own = random.fork(`mind of ${caller.from}`);
  const sids: string[] = [];
  await sleep(own.between(0, BETWEEN_MS[1]));
  for (const body of own.pick(CHANGES_OF_MIND)) {
    const text = { from: caller.from, to: caller.place.number };
    const at = Date.now();
    const sid = await cluster.carrier.sendText({ ...text, body });
    recorder.note({ is: "text", at, sid, ...text, stop: body !== "START", start: body === "START" });
    sids.push(sid);
    await sleep(own.between(...BETWEEN_MS));
  }
  return sids;
}

/** By caller, whether the last they wrote was START. */
function lastWishes({ history }: Evidence): Map<string, boolean> {
  const texts = history.filter((one) => one.is === "text").toSorted((one, other) => one.at - other.at);
  return new Map(texts.map(({ from, start }) => [from, start]));
}

/** By caller, whether their call was decided so; nothing of a caller whose call was not decided. */
function optedOut({ rows }: Evidence): Map<string, boolean> {
  const callerOf = new Map(rows.calls.map(({ id, callerE164 }) => [id, callerE164 ?? ""]));
  return new Map(rows.recoveries.map(({ callId, reason }) => [callerOf.get(callId) ?? "", reason === "opted_out"]));
}
