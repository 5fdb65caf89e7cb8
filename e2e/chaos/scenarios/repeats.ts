import { textFigures } from "../count-texts";
import { atLeast, type Scenario } from "../scenario";

/** Webhooks as the internet brings them: one to five times, two at once, in any order, late, or never. */
export const repeats: Scenario = {
  name: "repeats",
  title: "each webhook 1 to 5 times, two at once, any order",
  cluster: { web: "handlers", webs: 1, workers: 1, durable: false, wired: false, timeScale: 1 },
  places: (size) => ({ count: size(400, 20), mode: "both" }),
  play: ({ load, size }) =>
    load.run({
      calls: size(100_000),
      atOnce: 300,
      copies: 5,
      spreadMs: 2_000,
      dropped: 0.1,
      ringTwice: 0.1,
      stops: 0.02,
    }),
  figures: (evidence, { load, size }) => [
    atLeast("calls", load.calls, size(100_000)),
    ...textFigures(evidence, load.callers.values()),
  ],
};
