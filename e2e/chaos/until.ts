import { setTimeout as sleep } from "node:timers/promises";

const EVERY_MS = 200;

/** Waits for what has to happen. @throws when it does not: a run that hangs proves nothing */
export async function until(what: string, withinMs: number, isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + withinMs; !(await isSo()); await sleep(EVERY_MS)) {
    if (Date.now() > end) throw new Error(`Not within ${withinMs / 1000} s: ${what}`);
  }
}
