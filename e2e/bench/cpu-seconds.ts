import { readdirSync, readFileSync } from "node:fs";

/** In what Linux counts a process's time. */
const TICKS_PER_SECOND = 100;

/** The processor time so far of a process and its children, ended ones too; not a number where the system does not say. */
export function cpuSecondsOf(pid: number): number {
  const own = statOf(pid);
  if (!own) return Number.NaN;
  const all = readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? [statOf(Number(name))] : []));
  const children = all.filter((stat) => stat?.parent === pid);
  return (own.ticks + own.ofEnded + children.reduce((sum, child) => sum + (child?.ticks ?? 0), 0)) / TICKS_PER_SECOND;
}

type Stat = { parent: number; ticks: number; ofEnded: number };

function statOf(pid: number): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [, parent, ...fields] = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const [user, system, endedUser, endedSystem] = fields.slice(9).map(Number);
    return {
      parent: Number(parent),
      ticks: (user ?? 0) + (system ?? 0),
      ofEnded: (endedUser ?? 0) + (endedSystem ?? 0),
    };
  } catch {
    return undefined;
  }
}
