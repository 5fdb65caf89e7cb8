import { updateRow } from "@/db/rows";
import { calls } from "@/db/schema/calls";
import type { Tx } from "@/db/tenant";
import type { Call } from "../gather-facts";

/** Writes what has changed on a call that this transaction has locked. */
export async function saveCall(tx: Tx, before: Call, after: Call): Promise<void> {
  const changed = Object.entries(after).filter(([key, value]) => value !== before[key as keyof Call]);
  if (changed.length === 0) return;
  const { workspaceId, id } = before;
  await updateRow(tx, calls, { workspaceId, id }, Object.fromEntries(changed));
}
