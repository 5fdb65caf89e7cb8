import fs from "node:fs";
import path from "node:path";
import { Explained } from "./explained.mjs";
import { endProcess, isAlive, startedAt } from "./processes.mjs";
import { stateFolder } from "./project.mjs";

/**
 * Makes this command the only one of its kind in this folder, and ends what a killed one has left running.
 * @throws {Explained} when another one runs
 */
export async function claimFolder(supervisor, { name, url }) {
  const file = path.join(stateFolder, `${name}.running.json`);
  const earlier = read(file);
  if (earlier && isStill(earlier)) {
    throw new Explained(
      `Ringback already runs from this folder: ${earlier.url} (process ${earlier.pid}). Stop that one first.`,
    );
  }
  for (const child of (earlier?.children ?? []).filter(isStill).reverse()) await endProcess(child.pid, 2_000);

  fs.mkdirSync(stateFolder, { recursive: true, mode: 0o755 });
  const self = { pid: process.pid, startedAt: startedAt(process.pid), url };
  supervisor.recordWith((children) => {
    const known = children.map((child) => ({ ...child, startedAt: startedAt(child.pid) }));
    fs.writeFileSync(file, `${JSON.stringify({ ...self, children: known })}\n`);
  });
  supervisor.finally(() => fs.rmSync(file, { force: true }));
}

function read(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

const isStill = (noted) => isAlive(noted.pid) && noted.startedAt !== "" && startedAt(noted.pid) === noted.startedAt;
