import { together, updateOf } from "@/db/rows";
import { calls } from "@/db/schema/calls";
import type { Statement, Tx } from "@/db/tenant";
import type { Call } from "../gather-facts";

/** Writes what has changed on a call that this transaction has locked. */
export function saveCall(tx: Tx, before: Call, after: Call): Promise<void> {
  return together(tx, savedCall(before, after));
}

/** The same as statements, none when nothing has changed. */
export function savedCall(before: Call, after: Call): Statement[] {
  const changed = Object.entries(after).filter(([key, value]) => value !== before[key as keyof Call]);
  if (changed.length === 0) return [];
  const { workspaceId, id } = before;
  return [updateOf(calls, { workspaceId, id }, Object.fromEntries(changed))];
}
