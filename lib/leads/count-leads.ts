import { type SQL, sql } from "drizzle-orm";
import { leads } from "@/db/schema/leads";
import type { Tx } from "@/db/tenant";
import { COUNTED } from "../format/count";

/** How many leads there are of a kind, up to one more than `COUNTED`. The workspace must be among the conditions. */
export async function countLeads(tx: Tx, where: SQL | undefined): Promise<number> {
  const some = tx
    .select({ one: sql`1` })
    .from(leads)
    .where(where)
    .limit(COUNTED + 1)
    .as("some");
  const [row] = await tx.select({ count: sql<number>`count(*)::int` }).from(some);
  return row?.count ?? 0;
}
