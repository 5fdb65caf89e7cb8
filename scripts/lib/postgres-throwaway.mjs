import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { pidFile, stopServer } from "./postgres-process.mjs";
import { commandOf, isAlive } from "./processes.mjs";

const throwawayPrefix = "ringback-postgres-";

/** The name carries the process it belongs to, for the sweep. */
export function throwawayFolder() {
  const made = fs.mkdtempSync(path.join(os.tmpdir(), `${throwawayPrefix}${process.pid}-`));
  fs.chmodSync(made, 0o755);
  return path.join(made, "data");
}

/** Removes what killed runs left behind: they had no time to. */
export async function sweepThrowaways() {
  for (const name of fs.readdirSync(os.tmpdir())) {
    const starter = name.startsWith(throwawayPrefix)
      ? Number.parseInt(name.slice(throwawayPrefix.length), 10)
      : undefined;
    if (!starter || isAlive(starter)) continue;
    const folder = path.join(os.tmpdir(), name, "data");
    const left = pidFile(folder);
    if (left && isAlive(left.pid) && commandOf(left.pid).includes(folder)) await stopServer({ folder }, left.pid);
    try {
      removeThrowaway(folder);
    } catch {
      // Another user's, for them to sweep.
    }
  }
}

export function removeThrowaway(folder) {
  fs.rmSync(path.dirname(folder), { recursive: true, force: true, maxRetries: 5 });
}
