import { sql } from "drizzle-orm";
import { withWorkspace } from "@/db/tenant";
import { missedCalls } from "./missed-callers";
import type { Month } from "./month";

/** Missed calls by weekday, Monday first, and hour of the day, on the workspace's clocks. */
export type BusyHours = number[][];

export function busyHours(
  workspaceId: string,
  month: Pick<Month, "from" | "to">,
  timeZone: string,
): Promise<BusyHours> {
  return withWorkspace(workspaceId, async (tx) => {
    const rows = await tx.execute<{ day: number; hour: number; calls: number }>(sql`
      with missed as (${missedCalls(workspaceId, month)})
      select extract(isodow from call_started_at at time zone ${timeZone})::int as day,
        extract(hour from call_started_at at time zone ${timeZone})::int as hour, count(*)::int as calls
      from missed group by 1, 2`);
    const table: BusyHours = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
    for (const { day, hour, calls } of rows) {
      const hours = table[day - 1];
      if (hours) hours[hour] = calls;
    }
    return table;
  });
}
