import { tellEnd } from "../load/stories";
import { atLeast, type Scenario } from "../scenario";

const PLACES = 200;
const CALLERS_EACH = 20;
/** Two cents a text: of twenty callers five are texted. */
const CAP_CENTS = 10;
const TEXTS_EACH = 5;
const PLACES_AT_ONCE = 3;

/** Strangers who call a business in the same instant, far more than it wants to pay for: the cap is spent and not passed. */
export const spendingCap: Scenario = {
  name: "spending-cap",
  title: "20 strangers in the same instant, money for five",
  cluster: { web: "handlers", webs: 2, workers: 1, durable: false, wired: false, timeScale: 1 },
  places: (size) => ({ count: size(PLACES, 10), noticeOn: false, dailySpendCapCents: CAP_CENTS }),
  play: async ({ load, places, random }) => {
    const waiting = [...places];
    const oneAfterTheOther = async () => {
      for (let place = waiting.shift(); place; place = waiting.shift()) {
        const own = random.fork(place.number);
        const callers = Array.from({ length: CALLERS_EACH }, () => load.newCaller(place));
        const wishes = { copies: 1, spreadMs: 0, dropped: 0 };
        await Promise.all(
          callers.map((caller, index) => {
            const ring = own.fork(index);
            return load.tell(caller, tellEnd(ring, caller.place, caller.from), { random: ring, wishes });
          }),
        );
      }
    };
    await Promise.all(Array.from({ length: PLACES_AT_ONCE }, oneAfterTheOther));
  },
  figures: ({ ledger }, { places, load }) => [
    atLeast("callers", load.callers.size, places.length * CALLERS_EACH),
    // No more than these is I8; a run across midnight, when the day's money is new, may have more.
    atLeast("texts, all that the cap pays for", ledger.filter(({ sid }) => sid).length, places.length * TEXTS_EACH),
  ],
};
