import { type SQL, sql } from "drizzle-orm";
import { RECOVERY_STATES, type Reason } from "@/db/enums";
import type { Month } from "./month";

/** Calls that ended so were nobody's to miss: they are in no count of missed callers. */
export const NOT_MISSED: readonly Reason[] = [
  "answered",
  "answered_by_voicemail",
  "already_processed",
  "voice_recovery_completed",
  "own_number",
  "blocked",
  "personal_contact",
];

/**
 * What every count begins with: the decisions about calls of the period that count as missed. `caller` tells callers
 * apart; a withheld number cannot be, so each such call is a caller of its own.
 */
export function missedCalls(workspaceId: string, { from, to }: Pick<Month, "from" | "to">): SQL {
  // All states are named so that the index on them serves the period.
  return sql`
    select r.caller_e164, coalesce(r.caller_e164, r.call_id::text) as caller, r.lead_id, r.state, r.reason, r.call_id,
      r.call_started_at, r.texted_at, r.message_id, r.decided_by, r.facts
    from recoveries r
    where r.workspace_id = ${workspaceId} and r.state in (${words(RECOVERY_STATES)})
      and r.call_started_at >= ${from.toISOString()}::timestamptz and r.call_started_at < ${to.toISOString()}::timestamptz
      and (r.reason is null or r.reason not in (${words(NOT_MISSED)}))`;
}

function words(list: readonly string[]): SQL {
  return sql.join(
    list.map((word) => sql`${word}`),
    sql`, `,
  );
}
