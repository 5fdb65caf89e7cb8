import { sql } from "drizzle-orm";
import type { Tx } from "@/db/tenant";

/** The database's clock, with the offset that exists in demo and test. Rules are handed it as a fact. */
export async function appNow(tx: Tx): Promise<Date> {
  const [row] = await tx.execute<{ ms: string }>(sql`select (extract(epoch from app_now()) * 1000)::bigint as ms`);
  if (!row) throw new Error("The database did not tell the time");
  return new Date(Number(row.ms));
}
