import type { Database } from "./database";

export type Snapshot = Map<string, string[]>;

/** Every row that belongs to a workspace or to one of its people, of every table, as text. */
export async function takeSnapshot(
  database: Database,
  of: { workspaceId: string; userIds: string[] },
): Promise<Snapshot> {
  const sql = database.raw;
  const columns = await sql<{ table: string; columns: string[] }[]>`
    select table_name as table, array_agg(column_name::text) as columns
    from information_schema.columns where table_schema = 'public' group by 1 order by 1`;
  const snapshot: Snapshot = new Map();
  for (const { table, columns: names } of columns) {
    const key = keyOf(table, names);
    if (!key) continue;
    const keys = key === "user_id" || table === "users" ? of.userIds : [of.workspaceId];
    const rows = await sql<{ row: string }[]>`
      select to_jsonb(t)::text as row from ${sql(table)} t where ${sql(key)} in ${sql(keys)} order by 1`;
    snapshot.set(
      table,
      rows.map(({ row }) => row),
    );
  }
  return snapshot;
}

function keyOf(table: string, columns: string[]): string | undefined {
  if (table === "workspaces" || table === "users") return "id";
  return ["workspace_id", "user_id"].find((name) => columns.includes(name));
}

/** In words, what differs between two; nothing when they are the same, byte for byte. */
export function differences(before: Snapshot, after: Snapshot): string[] {
  return [...before].flatMap(([table, rows]) => {
    const now = after.get(table) ?? [];
    const gone = rows.filter((row) => !now.includes(row));
    const come = now.filter((row) => !rows.includes(row));
    return [...gone.map((row) => `${table} lost ${row}`), ...come.map((row) => `${table} got ${row}`)];
  });
}
