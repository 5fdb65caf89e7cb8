import { faultyCarrier } from "../faults/carrier-faults";
import { killAtRandom } from "../faults/kill";
import { atLeast, type Scenario } from "../scenario";

const PLACES = 100;
const CALLERS_EACH = 20;
/** Two cents a text: of twenty callers five are texted. */
const CAP_CENTS = 10;
const TEXTS_EACH = 5;
const KILLS = 40;
const PER_SECOND = 12;
/** What stays in doubt has cost its money; what is given back late finds no caller. */
const SPENT = 0.8;

/** Strangers who call for more than a business wants to pay, while texts are refused, stay in doubt, and processes die. */
export const capUnderFaults: Scenario = {
  name: "cap-under-faults",
  title: "money for five of 20 strangers; refusals, doubts and kills",
  cluster: { web: "handlers", webs: 2, workers: 2, durable: true, wired: true, timeScale: 1 },
  places: (size) => ({ count: size(PLACES, 10), noticeOn: false, dailySpendCapCents: CAP_CENTS }),
  play: async (world) => {
    const { cluster, load, places, random, size } = world;
    const faults = faultyCarrier(random.fork("carrier").whole(1, 1_000_000));
    const refusals = [{ effect: "refuse", code: 30034, probability: 0.15 }];
    await cluster.carrier.setFaults({ ...faults, requests: [...refusals, ...(faults.requests ?? [])] });
    const wishes = { copies: 2, spreadMs: 1_000, dropped: 0, ringTwice: 0.1, stops: 0.05 };
    await Promise.all([
      load.run({ calls: places.length * CALLERS_EACH, atOnce: 60, perSecond: PER_SECOND, ...wishes }),
      killAtRandom(world, { kills: size(KILLS, 5), atPoints: 0.6, pauseMs: [500, 3_000] }),
    ]);
    await cluster.carrier.setFaults({});
  },
  figures: ({ ledger, rows }, { places, size, measured }) => {
    const spent = ledger.filter(({ sid }) => sid !== null).length;
    const doubtful = rows.messages.filter(({ status }) => status === "unconfirmed").length;
    const refused = rows.recoveries.filter(({ state }) => state === "failed").length;
    return [
      atLeast("SIGKILLs", measured.get("kills") ?? 0, size(KILLS, 5)),
      atLeast("texts refused for good, their money given back", refused, places.length / 2),
      // No more than the cap is I8.
      atLeast("texts taken or in doubt", spent + doubtful, Math.floor(places.length * TEXTS_EACH * SPENT)),
    ];
  },
};
