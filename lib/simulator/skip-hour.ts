import { sql } from "drizzle-orm";
import { lookUp } from "@/db/tenant";
import { wakeOutbox } from "@/lib/changes";

/** Moves the app's clock an hour ahead. False where it cannot be moved: on every real installation. */
export async function skipHour(): Promise<boolean> {
  const moved = await lookUp(sql`update app_clock set skew = skew + interval '1 hour' returning 1 as one`);
  if (moved.length > 0) await wakeOutbox();
  return moved.length > 0;
}

/** How many hours the app's clock is ahead. */
export async function hoursSkipped(): Promise<number> {
  const [row] = await lookUp<{ hours: number }>(
    sql`select (extract(epoch from skew) / 3600)::int as hours from app_clock`,
  );
  return row?.hours ?? 0;
}
