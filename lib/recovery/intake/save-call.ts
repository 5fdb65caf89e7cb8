import { insertOf, together, updateOf } from "@/db/rows";
import { calls } from "@/db/schema/calls";
import type { Statement, Tx } from "@/db/tenant";
import type { Call } from "../gather-facts";
import type { Settled } from "./step";

/** A call as it was found, its row locked; or a new one, whose row is not written yet. */
export type Found = { call: Call; isNew: boolean };

/** Writes a call as a step has left it, with all that the step means: in one statement. */
export function saveCall(tx: Tx, found: Found, settled: Settled): Promise<void> {
  return together(tx, savedCall(found, settled));
}

/** The same as statements. */
export function savedCall({ call, isNew }: Found, { call: after, writes = [] }: Settled): Statement[] {
  if (isNew) return [insertOf(calls, after), ...writes];
  const changed = Object.entries(after).filter(([key, value]) => value !== call[key as keyof Call]);
  if (changed.length === 0) return writes;
  const { workspaceId, id } = call;
  return [updateOf(calls, { workspaceId, id }, Object.fromEntries(changed)), ...writes];
}

/** Another webhook of a new call may be quicker, and after that this webhook's own repeat. */
const MOST_OVERTAKINGS = 2;

/** Does a transaction anew when it was overtaken: what the quicker one has written was not to be seen before. */
export async function againWhenOvertaken<T>(attempt: () => Promise<T>, overtakings = 0): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (!isOvertaken(error) || overtakings === MOST_OVERTAKINGS) throw error;
    return againWhenOvertaken(attempt, overtakings + 1);
  }
}

const KEYS = ["calls_provider_sid", "webhooks_once"];

/** The call's row, or this very webhook's, was first written by somebody else. */
function isOvertaken(error: unknown): boolean {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  const { code, constraint_name: key = "" } = (cause ?? {}) as { code?: string; constraint_name?: string };
  return code === "23505" && KEYS.includes(key);
}
