import { sql } from "drizzle-orm";
import type { HealthPart, HealthState } from "@/db/enums";
import { lookUp } from "@/db/tenant";
import { log } from "@/lib/log";

export type HealthNote = {
  state: HealthState;
  /** Why, as a code that the operator's page has words for. */
  code?: string;
  /** Codes, counts and amounts; never secrets, addresses or numbers of callers. */
  details?: Record<string, string | number | boolean | null>;
};

/**
 * Keeps what was noticed of a part of the installation. `since` stays while state and code do. A failure is logged and
 * not thrown: what was noticed has happened, whether or not it could be recorded.
 */
export async function recordHealth(part: HealthPart, { state, code, details = {} }: HealthNote): Promise<void> {
  try {
    await lookUp(sql`
      insert into health_parts as h (part, state, code, details)
      values (${part}, ${state}, ${code ?? null}, ${JSON.stringify(details)}::jsonb)
      on conflict (part) do update set state = excluded.state, code = excluded.code, details = excluded.details,
        checked_at = excluded.checked_at,
        since = case when h.state = excluded.state and h.code is not distinct from excluded.code
          then h.since else excluded.since end`);
  } catch (error) {
    log.error("health.lost", error, { part, state });
  }
}
