import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { workspaces } from "@/db/schema/workspaces";

export type Database = ReturnType<typeof openDatabase>;

/** As the superuser: whoever plants and compares rows must stand above the walls that are being tried. */
export function openDatabase(url: string) {
  const raw = postgres(url, { max: 4, onnotice: () => {} });
  const database = drizzle(raw);
  return {
    raw,
    insert: database.insert.bind(database),
    update: database.update.bind(database),
    delete: database.delete.bind(database),
    deleteWorkspace: (id: string) => database.delete(workspaces).where(eq(workspaces.id, id)),
    close: () => raw.end(),
  };
}
