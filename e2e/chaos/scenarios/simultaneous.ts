import { countTexts } from "../count-texts";
import { tellEnd } from "../load/stories";
import { atLeast, type Scenario } from "../scenario";

const CALLERS = 10_000;
const CALLS_EACH = 4;
const CALLERS_AT_ONCE = 4;

/** One caller's calls all end at the same instant, each told twice: the slot has to make one text of them. */
export const simultaneous: Scenario = {
  name: "simultaneous",
  title: "4 calls of a caller at the same instant, each told twice",
  cluster: { web: "handlers", webs: 2, workers: 1, durable: false, wired: false, timeScale: 1 },
  places: (size) => ({ count: size(300, 20) }),
  play: async ({ load, places, random, size }) => {
    const callers = size(CALLERS, 40);
    let next = 0;
    const oneAfterTheOther = async () => {
      while (next < callers) {
        const own = random.fork(`caller ${next++}`);
        const caller = load.newCaller(own.pick(places));
        const wishes = { copies: 2, always: true, spreadMs: 0, dropped: 0 };
        const calls = Array.from({ length: CALLS_EACH }, (_, index) => {
          const ring = own.fork(index);
          return load.tell(caller, tellEnd(ring, caller.place, caller.from), { random: ring, wishes });
        });
        await Promise.all(calls);
      }
    };
    await Promise.all(Array.from({ length: CALLERS_AT_ONCE }, oneAfterTheOther));
  },
  figures: (evidence, { load, size }) => {
    const { due, once, twice } = countTexts(evidence, load.callers.values());
    const texts = evidence.ledger.filter(({ sid }) => sid !== null).length;
    return [
      atLeast("callers", due, size(CALLERS, 40)),
      {
        what: "texts, exactly one for each",
        value: String(texts),
        bar: String(due),
        ok: texts === due && once === due,
      },
      { what: "callers texted twice", value: String(twice), bar: "0", ok: twice === 0 },
    ];
  },
};
