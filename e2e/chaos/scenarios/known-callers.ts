import { countTexts } from "../count-texts";
import type { Caller } from "../load/load";
import { tellEnd } from "../load/stories";
import { atLeast, atMost, type Scenario, type World } from "../scenario";

const CALLERS = 10_000;
const CALLS_EACH = 4;
const CALLERS_AT_ONCE = 4;

/**
 * Callers whose lead is there already, and whose calls all end at the same instant. A stranger's second text would come
 * to nothing for want of a lead to stand on; here the slot is all there is.
 */
export const knownCallers: Scenario = {
  name: "known-callers",
  title: "4 calls at the same instant, of callers with a lead",
  cluster: { web: "handlers", webs: 2, workers: 1, durable: false, wired: false, timeScale: 1 },
  places: (size) => ({ count: size(300, 20) }),
  play: async (world) => {
    const { load, places, random, size } = world;
    const callers = Array.from({ length: size(CALLERS, 40) }, (_, index) =>
      load.newCaller(random.fork(`place ${index}`).pick(places)),
    );
    await makeLeads(world, callers);
    const waiting = [...callers.entries()];
    const oneAfterTheOther = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await callAtOnce(world, ...next);
    };
    await Promise.all(Array.from({ length: CALLERS_AT_ONCE }, oneAfterTheOther));
  },
  figures: (evidence, { load, size }) => {
    const { due, once, twice } = countTexts(evidence, load.callers.values());
    return [
      atLeast("callers", due, size(CALLERS, 40)),
      { what: "texted exactly once", value: String(once), bar: String(due), ok: once === due },
      atMost("texted twice", twice, 0),
    ];
  },
};

async function callAtOnce({ load, random }: World, index: number, caller: Caller): Promise<void> {
  const wishes = { copies: 2, always: true, spreadMs: 0, dropped: 0 };
  const calls = Array.from({ length: CALLS_EACH }, (_, call) => {
    const own = random.fork(`caller ${index}, call ${call}`);
    return load.tell(caller, tellEnd(own, caller.place, caller.from), { random: own, wishes });
  });
  await Promise.all(calls);
}

function makeLeads({ cluster }: World, callers: Caller[]): Promise<unknown> {
  const rows = callers.map(({ from, place }) => ({
    workspace_id: place.workspaceId,
    caller_e164: from,
    source: "manual",
  }));
  return cluster.database.asSuperuser((sql) => sql`insert into leads ${sql(rows)}`);
}
