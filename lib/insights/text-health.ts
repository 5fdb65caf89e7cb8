import { sql } from "drizzle-orm";
import { withWorkspace } from "@/db/tenant";
import { missedCalls } from "./missed-callers";
import type { Month } from "./month";

export type TextHealth = {
  /** First texts of the period the carrier has reported on at last, and how many of these arrived. */
  reported: number;
  arrived: number;
  /** Half the first texts went out sooner after the call than this; held texts and people's own are left out. */
  typicalSeconds: number | null;
};

export function textHealth(workspaceId: string, month: Pick<Month, "from" | "to">): Promise<TextHealth> {
  return withWorkspace(workspaceId, async (tx) => {
    const [row] = await tx.execute<{ reported: number; arrived: number; typical: number | null }>(sql`
      with missed as (${missedCalls(workspaceId, month)})
      select count(*) filter (where m.status in ('delivered', 'undelivered', 'failed'))::int as reported,
        count(*) filter (where m.status = 'delivered')::int as arrived,
        percentile_cont(0.5) within group (order by extract(epoch from r.texted_at - (r.facts -> 'call' ->> 'endedAt')::timestamptz))
          filter (where r.texted_at is not null and r.decided_by is null and r.facts ->> 'heldUntil' is null) as typical
      from missed r left join messages m on m.workspace_id = ${workspaceId} and m.id = r.message_id`);
    const typical = row?.typical ?? null;
    return {
      reported: row?.reported ?? 0,
      arrived: row?.arrived ?? 0,
      typicalSeconds: typical === null ? null : Math.max(1, Math.round(Number(typical))),
    };
  });
}
