import { sql } from "drizzle-orm";
import { lookUp } from "@/db/tenant";
import { log } from "../log";
import { stopwatch } from "../stopwatch";
import { dayStart } from "./person-texts";

/** How long a count is good for. All processes together pass the ceiling by what they decide in that time, at most. */
const GOOD_FOR_MS = 3_000;

type Count = { day: string; texts: number; age: () => number };

let known: Count | null = null;
let isCounting = false;

/**
 * The texts of all workspaces since midnight UTC, as counted a few seconds ago; 0 until the first count has come. Every
 * workspace counts its own: one row for all would be waited for at every missed call. Never waits, and has the next
 * count made in the background.
 */
export function textsOfInstallation(now: Date): number {
  const day = dayStart(now);
  const isOld = known === null || known.day !== day || known.age() > GOOD_FOR_MS;
  if (isOld && !isCounting) void count(day);
  return known?.day === day ? known.texts : 0;
}

/** The same, counted now. */
export async function countTextsOfInstallation(now: Date): Promise<number> {
  const [row] = await lookUp<{ texts: string }>(sql`select texts_of_day(${dayStart(now)}::timestamptz) as texts`);
  return Number(row?.texts ?? 0);
}

async function count(day: string): Promise<void> {
  isCounting = true;
  try {
    known = { day, texts: await countTextsOfInstallation(new Date(day)), age: stopwatch() };
  } catch (error) {
    // The database being away stops texts by itself.
    log.warn("limits.uncounted", { why: error instanceof Error ? error.name : "unknown" });
  } finally {
    isCounting = false;
  }
}
