import { parseArgs } from "node:util";
import { SCENARIOS } from "./scenarios/all";

export type Options = {
  only: string[];
  scale: number;
  /** The first seed, and how many one after the other. */
  seed: string;
  seeds: number | undefined;
  past: boolean;
  json: boolean;
};

const HOW = `npm run chaos -- [options]
  --only a,b     scenarios: ${SCENARIOS.map(({ name }) => name).join(", ")}
  --scale 0.05   a share of the full sizes (default 1: hours)
  --seed 17      the first seed (default: a new one, printed)
  --seeds 3      how many seeds of each scenario
  --past         every seed that failed once, and nothing else
  --json         the outcome as JSON on the last line`;

/** @throws with how to use it */
export function readOptions(args: string[]): Options {
  try {
    const { values } = parseArgs({
      args,
      options: {
        only: { type: "string" },
        scale: { type: "string", default: "1" },
        seed: { type: "string" },
        seeds: { type: "string" },
        past: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
      },
    });
    const only = values.only?.split(",") ?? [];
    const unknown = only.filter((name) => !SCENARIOS.some((scenario) => scenario.name === name));
    const [scale, seeds] = [Number(values.scale), values.seeds === undefined ? undefined : Number(values.seeds)];
    if (unknown.length > 0) throw new Error(`There is no scenario ${unknown.join(", ")}.`);
    if (!(scale > 0)) throw new Error("--scale must be a number above 0.");
    if (seeds !== undefined && !(seeds >= 1)) throw new Error("--seeds must be 1 or more.");
    const seed = values.seed ?? String(Math.floor(Math.random() * 1_000_000));
    return { only, scale, seed, seeds, past: values.past, json: values.json };
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n\n${HOW}`);
  }
}
