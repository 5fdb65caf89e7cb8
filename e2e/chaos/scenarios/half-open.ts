import { textFigures } from "../count-texts";
import { goSilent } from "../faults/half-open";
import { atLeast, type Scenario } from "../scenario";

const SILENCES = 20;
const TO_CARRIER = 8;

/** Connections that take everything and give nothing, towards Postgres and towards the carrier. */
export const halfOpen: Scenario = {
  name: "half-open",
  title: "silent connections to Postgres and to the carrier",
  cluster: { web: "handlers", webs: 2, workers: 2, durable: true, wired: true, timeScale: 1 },
  places: (size) => ({ count: size(100, 20), mode: "both" }),
  play: async (world) => {
    let breaking = true;
    const broken = goSilent(world, world.size(SILENCES, 2)).then(() => {
      breaking = false;
    });
    const wishes = { copies: 2, spreadMs: 1_000, dropped: 0.1, ringTwice: 0.1, stops: 0.02 };
    const calls = Number.POSITIVE_INFINITY;
    await world.load.run({ calls, until: () => !breaking, atOnce: 60, perSecond: 5, ...wishes });
    await broken;
  },
  figures: (evidence, { load, size, measured }) => [
    atLeast("silences", measured.get("silences") ?? 0, size(SILENCES, 2)),
    atLeast("silences towards the carrier", measured.get("silent towards the carrier") ?? 0, size(TO_CARRIER)),
    ...textFigures(evidence, load.callers.values(), { unconfirmedPercent: 1 }),
  ],
};
