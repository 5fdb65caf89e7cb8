import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import type { Outcome } from "../scenario";

/** One scenario, small and always the same. */
export type Play = { scenario: string; seed: string; scale: number };

/** What came of it: `invariants` are those violated; `broken` names them and the expectations that did not hold, with how often. */
export type Played = Play & {
  ended: "passed" | "failed" | "crashed";
  invariants: string[];
  broken: string[];
  seconds: number;
  said: string;
};

/** A mutant may come to no end at all. */
const LIMIT_MS = 6 * 60_000;

const playing = new Set<ChildProcess>();

/** Plays a scenario in a copy of the project, in a process of that copy. */
export async function play(copy: string, what: Play): Promise<Played> {
  const { scenario, seed, scale } = what;
  const begun = Date.now();
  const folder = path.join(copy, ".ringback", "chaos", seed, scenario);
  const program = path.join(copy, "e2e/chaos/run-one.ts");
  const child = spawn(process.execPath, ["--import", "tsx", program, scenario, seed, String(scale), folder], {
    cwd: copy,
    stdio: ["ignore", "pipe", "pipe"],
  });
  playing.add(child);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  const limit = setTimeout(() => child.kill("SIGTERM"), LIMIT_MS);
  await new Promise((resolve) => child.once("close", resolve));
  clearTimeout(limit);
  playing.delete(child);
  const seconds = Math.round((Date.now() - begun) / 1000);
  return { ...what, ...judge(path.join(folder, "outcome.json")), seconds, said };
}

/** Ends what is being played; each ends what it has started itself. */
export function stopPlaying(): void {
  for (const child of playing) child.kill("SIGTERM");
}

function judge(file: string): Pick<Played, "ended" | "invariants" | "broken"> {
  // A run that did not come to an end has no calls to judge.
  if (!fs.existsSync(file)) return { ended: "crashed", invariants: [], broken: [] };
  const outcome = JSON.parse(fs.readFileSync(file, "utf8")) as Outcome;
  const invariants = new Map<string, number>();
  for (const { invariant, count } of outcome.violations ?? []) {
    invariants.set(invariant, (invariants.get(invariant) ?? 0) + count);
  }
  const broken = [
    ...[...invariants].map(([invariant, count]) => `${invariant} (${count})`),
    ...outcome.figures.filter(({ ok }) => !ok).map(({ what, value }) => `"${what}" (${value})`),
  ];
  return { ended: outcome.passed ? "passed" : "failed", invariants: [...invariants.keys()], broken };
}
