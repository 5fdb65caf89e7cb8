import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** A zombie counts as dead: some init processes take seconds to collect one. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
  return stateOf(pid) !== "Z";
}

/** When the process began, in whatever form the system tells it; tells a reused process number from the old process. */
export function startedAt(pid) {
  const fields = statOf(pid);
  if (fields) return fields[19];
  return ps("lstart=", pid);
}

/** The process's command line, or "" where it cannot be read. */
export function commandOf(pid) {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
  } catch {
    return ps("command=", pid);
  }
}

/** Ends the process, and its group when it leads one: politely first, then after `graceMs` by force. */
export async function endProcess(pid, graceMs) {
  signal(pid, "SIGTERM");
  if (await isGone(pid, graceMs)) return;
  signal(pid, "SIGKILL");
  await isGone(pid, 1_000);
}

export async function isGone(pid, withinMs) {
  for (const end = Date.now() + withinMs; isAlive(pid); await sleep(20)) if (Date.now() > end) return false;
  return true;
}

export function signal(pid, name) {
  for (const target of process.platform === "win32" ? [pid] : [-pid, pid]) {
    try {
      process.kill(target, name);
      return;
    } catch {
      // No such group or process: the next target, or nothing left to do.
    }
  }
}

function stateOf(pid) {
  return statOf(pid)?.[0];
}

/** Fields of /proc/<pid>/stat from the state on; the name before them may hold spaces and brackets. */
function statOf(pid) {
  try {
    const text = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}

function ps(field, pid) {
  try {
    return execFileSync("ps", ["-o", field, "-p", String(pid)], { stdio: ["ignore", "pipe", "ignore"] })
      .toString()
      .trim();
  } catch {
    return "";
  }
}
