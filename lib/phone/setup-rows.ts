import { and, asc, eq, ne } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import { numbers } from "@/db/schema/phone";
import type { Tx } from "@/db/tenant";
import { NotFound } from "../errors";

export type NumberRow = typeof numbers.$inferSelect;

/** The workspace's numbers that are not released, oldest first. */
export function liveNumbers(tx: Tx, workspaceId: string): Promise<NumberRow[]> {
  return tx
    .select()
    .from(numbers)
    .where(and(eq(numbers.workspaceId, workspaceId), ne(numbers.state, "released")))
    .orderBy(asc(numbers.createdAt), asc(numbers.id));
}

/**
 * A live number of the workspace, locked until the transaction ends.
 * @throws NotFound
 */
export async function lockNumber(tx: Tx, workspaceId: string, numberId: string): Promise<NumberRow> {
  const [number] = await tx
    .select()
    .from(numbers)
    .where(and(eq(numbers.workspaceId, workspaceId), eq(numbers.id, numberId), ne(numbers.state, "released")))
    .for("update");
  if (!number) throw new NotFound("The number");
  return number;
}

export async function updateNumber(tx: Tx, number: NumberRow, set: PgUpdateSetSource<typeof numbers>): Promise<void> {
  await tx
    .update(numbers)
    .set(set)
    .where(and(eq(numbers.workspaceId, number.workspaceId), eq(numbers.id, number.id)));
}
