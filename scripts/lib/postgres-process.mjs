import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { isGone } from "./processes.mjs";

/** PostgreSQL's own note of who runs here. */
export function pidFile(folder) {
  try {
    const lines = fs.readFileSync(path.join(folder, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.startsWith("ready") ?? false };
  } catch {
    return undefined;
  }
}

/** Ends a server in order; by force when it does not come to an end. */
export async function stopServer({ pgCtl, folder }, pid) {
  if (process.platform === "win32") {
    spawnSync(pgCtl, ["stop", "-D", folder, "-m", "fast"], { stdio: "ignore", windowsHide: true });
    return;
  }
  for (const [signal, patienceMs] of [
    ["SIGINT", 5_000],
    ["SIGQUIT", 2_000],
    ["SIGKILL", 2_000],
  ]) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    if (await isGone(pid, patienceMs)) return;
  }
}
