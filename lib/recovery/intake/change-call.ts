import { and, eq } from "drizzle-orm";
import { calls } from "@/db/schema/calls";
import type { Tx } from "@/db/tenant";
import type { Call } from "../gather-facts";

/** Writes to a call that this transaction has locked, and gives it back as it is now. */
export async function changeCall(tx: Tx, call: Call, set: Partial<Call>): Promise<Call> {
  const [row] = await tx
    .update(calls)
    .set(set)
    .where(and(eq(calls.workspaceId, call.workspaceId), eq(calls.id, call.id)))
    .returning();
  if (!row) throw new Error("A locked call vanished");
  return row;
}
