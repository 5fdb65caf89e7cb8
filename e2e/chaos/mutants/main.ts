import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { copyProject, movedAnchors, mutate } from "./copy-project";
import { MUTANTS, type Mutant } from "./mutants";
import { type Play, type Played, play, stopPlaying } from "./play";

/** Plays wait for leases and settle times most of the while, so that two cores carry several at once. */
const AT_ONCE = 2;

type Task = { mutant: Mutant | null; copy: string; what: Play };
type Done = Task & { played: Played };

const named = process.argv.slice(2);
const mutants = MUTANTS.filter(({ name }) => named.length === 0 || named.includes(name));
if (mutants.length === 0) {
  console.error(`Mutants to name: ${MUTANTS.map(({ name }) => `"${name}"`).join(", ")}; all when none is named.`);
  process.exit(1);
}
const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "ringback-mutants-"));
// The database of a scenario runs as another user, who has to find its folder.
fs.chmodSync(temporary, 0o755);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, leave);

const original = path.join(temporary, "unmutated");
copyProject(original);
const moved = mutants.flatMap(({ replacements }) => movedAnchors(original, replacements));
if (moved.length > 0) {
  console.error(`The sources have moved on; e2e/chaos/mutants/mutants.ts must follow:\n${moved.join("\n")}`);
  fs.rmSync(temporary, { recursive: true, force: true });
  process.exit(1);
}
const proven = (await isSound()) && (await areCaught());
if (proven) fs.rmSync(temporary, { recursive: true, force: true });
else console.log(`What was played is in ${temporary}`);
process.exit(proven ? 0 : 1);

/** A suite that fails anyway would catch everything. */
async function isSound(): Promise<boolean> {
  const plays = new Map(mutants.map(({ what }) => [JSON.stringify(what), what]));
  const done = await all([...plays.values()].map((what) => ({ mutant: null, copy: original, what })));
  return done.every(isAsWanted);
}

async function areCaught(): Promise<boolean> {
  const tasks = mutants.map((mutant) => {
    const copy = path.join(temporary, mutant.name.replaceAll(" ", "-"));
    mutate(original, copy, mutant.replacements);
    return { mutant, copy, what: mutant.what };
  });
  const done = await all(tasks);
  const caught = done.filter(isAsWanted);
  console.log(`\n${caught.length} of ${mutants.length} caught`);
  return caught.length === mutants.length;
}

async function all(tasks: Task[]): Promise<Done[]> {
  const done: Done[] = [];
  const waiting = [...tasks];
  const lane = async () => {
    for (let task = waiting.shift(); task; task = waiting.shift()) {
      const one = { ...task, played: await play(task.copy, task.what) };
      done.push(one);
      console.log(describe(one));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return done;
}

function describe(done: Done): string {
  const { mutant, played } = done;
  const { scenario, seed, scale, seconds, ended, broken, said } = played;
  const name = mutant ? `without the ${mutant.name}` : "unmutated";
  const words = ended === "failed" ? `${mutant ? "caught by" : "FAILED:"} ${broken.join(", ")}` : ended;
  const line = `${name}: ${words}   (${scenario}, seed ${seed}, scale ${scale}, ${seconds} s)`;
  return isAsWanted(done) ? line : `${line}\n${said.trimEnd().split("\n").slice(-30).join("\n")}`;
}

/** A mutant breaks what was held by what it lacks, and not just anything. */
function isAsWanted({ mutant, played }: Done): boolean {
  if (!mutant) return played.ended === "passed";
  return mutant.breaks.some((invariant) => played.invariants.includes(invariant));
}

function leave(): void {
  stopPlaying();
  setTimeout(() => {
    fs.rmSync(temporary, { recursive: true, force: true });
    process.exit(1);
  }, 8_000);
}
