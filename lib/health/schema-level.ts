import { sql } from "drizzle-orm";
import journal from "@/db/migrations/meta/_journal.json";
import { lookUp } from "@/db/tenant";

const CODE_LEVEL = Math.max(...journal.entries.map(({ when }) => when));

/**
 * Whether the database has every migration this code was built with. One that has more is fine: a newer version has begun
 * to be rolled out beside this one.
 */
export async function migrationsUpToDate(): Promise<boolean> {
  const [row] = await lookUp<{ level: string | null }>(
    sql`select max(created_at) as level from drizzle.__drizzle_migrations`,
  );
  return Number(row?.level ?? 0) >= CODE_LEVEL;
}
