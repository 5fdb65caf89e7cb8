import { sql } from "drizzle-orm";
import { type AnyPgColumn, check, timestamp, uuid } from "drizzle-orm/pg-core";

export const id = () => uuid("id").notNull().defaultRandom();
export const workspaceId = () => uuid("workspace_id").notNull();
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });
/** `app_now()` is the database's clock plus the offset that exists only in demo and test. */
export const createdAt = () => at("created_at").notNull().default(sql`app_now()`);

/** A closed list as a CHECK; `name` becomes part of the constraint's name. */
export function oneOf(name: string, column: AnyPgColumn, list: readonly string[]) {
  const words = sql.raw(list.map((word) => `'${word}'`).join(", "));
  return check(`${name}_listed`, sql`${column} in (${words})`);
}
