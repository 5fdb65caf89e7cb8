import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { projectRoot } from "./cluster/bundle";
import { readOptions } from "./options";
import { describe, summary } from "./report";
import type { Outcome } from "./scenario";
import { SCENARIOS } from "./scenarios/all";
import { PAST } from "./seeds";

type Planned = { name: string; seed: string; scale: number };

const runs = path.join(projectRoot, ".ringback", "chaos");

let running: ChildProcess | undefined;
let told = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    told = true;
    // It stops what it has started; and then this ends.
    running?.kill("SIGTERM");
  });
}

const options = readOptionsOrLeave();
const outcomes: Outcome[] = [];
for (const planned of plan()) {
  console.log(`\n${planned.name}, seed ${planned.seed}, scale ${planned.scale}`);
  const outcome = await run(planned);
  console.log(describe(outcome));
  outcomes.push(outcome);
}
console.log(outcomes.length > 0 ? `\n${summary(outcomes)}` : "No seed has failed so far.");
if (options.json) console.log(JSON.stringify(outcomes));
process.exit(outcomes.every(({ passed }) => passed) ? 0 : 1);

function readOptionsOrLeave() {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}

function plan(): Planned[] {
  if (options.past) return [...PAST];
  const wanted = SCENARIOS.filter(({ name }) =>
    options.only.length > 0 ? options.only.includes(name) : name !== "smoke",
  );
  return wanted.flatMap(({ name, seeds = 1 }) =>
    Array.from({ length: options.seeds ?? seeds }, (_, index) => {
      const seed = index === 0 ? options.seed : `${options.seed}-${index + 1}`;
      return { name, seed, scale: options.scale };
    }),
  );
}

/** In a process of its own, which may fail without taking the others with it. */
async function run({ name, seed, scale }: Planned): Promise<Outcome> {
  const folder = path.join(runs, seed, name);
  const begun = Date.now();
  fs.rmSync(path.join(folder, "outcome.json"), { force: true });
  const file = path.join(import.meta.dirname, "run-one.ts");
  const child = spawn(process.execPath, ["--import", "tsx", file, name, seed, String(scale), folder], {
    cwd: projectRoot,
    stdio: "inherit",
  });
  running = child;
  const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
  if (told) process.exit(1);
  const written = path.join(folder, "outcome.json");
  if (fs.existsSync(written)) return JSON.parse(fs.readFileSync(written, "utf8")) as Outcome;
  const ended = { what: "the run itself", value: `ended with ${code}`, bar: "an outcome", ok: false };
  const seconds = Math.round((Date.now() - begun) / 1000);
  const nothing = { title: "", size: "unknown", figures: [ended], violations: null, passed: false };
  return { ...nothing, scenario: name, seed, scale, seconds, folder };
}
