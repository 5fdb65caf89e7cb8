import { and, eq } from "drizzle-orm";
import { calls } from "@/db/schema/calls";
import type { Tx } from "@/db/tenant";
import type { Call } from "../gather-facts";

/** Writes what has changed on a call that this transaction has locked. */
export async function saveCall(tx: Tx, before: Call, after: Call): Promise<void> {
  const changed = Object.entries(after).filter(([key, value]) => value !== before[key as keyof Call]);
  if (changed.length === 0) return;
  await tx
    .update(calls)
    .set(Object.fromEntries(changed))
    .where(and(eq(calls.workspaceId, before.workspaceId), eq(calls.id, before.id)));
}
