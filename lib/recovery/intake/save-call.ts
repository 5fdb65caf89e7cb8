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

/** Another webhook of the same call was the first to write its row: what was decided without it is to be done again. */
export function isOvertaken(error: unknown): boolean {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  const { code, constraint_name } = (cause ?? {}) as { code?: string; constraint_name?: string };
  return code === "23505" && constraint_name === "calls_provider_sid";
}
