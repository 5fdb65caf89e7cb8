import { getTableColumns, getTableName, type InferInsertModel, type InferSelectModel } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { run, type Tx } from "./tenant";

/*
 * Statements for the path of a missed call. Drizzle builds its SQL anew at every use, which takes longer than the database
 * takes to run it; here the text is built once for each shape of row, from the same tables.
 */

/**
 * Writes a row. What it leaves out has its column's default.
 * @param ending what follows: a conflict's cure or what to return
 */
export function insertRow<Table extends PgTable, Returned = never>(
  tx: Tx,
  table: Table,
  row: InferInsertModel<Table>,
  ending = "",
): Promise<Returned[]> {
  const values = given(row);
  const names = namesOf(table);
  const text = once(`insert ${getTableName(table)} ${Object.keys(values)} ${ending}`, () => {
    const columns = Object.keys(values).map((key) => names[key]);
    const places = columns.map((_, index) => `$${index + 1}`);
    return `insert into ${getTableName(table)} (${columns.join(", ")}) values (${places.join(", ")}) ${ending}`;
  });
  return run<Returned>(tx, text, Object.values(values));
}

/** Changes the one row of a workspace that has these values. */
export async function updateRow<Table extends PgTable>(
  tx: Tx,
  table: Table,
  which: Partial<InferSelectModel<Table>> & { workspaceId: string },
  set: Partial<InferInsertModel<Table>>,
): Promise<void> {
  const values = given(set);
  const where = given(which);
  const names = namesOf(table);
  const text = once(`update ${getTableName(table)} ${Object.keys(values)} where ${Object.keys(where)}`, () => {
    const place = (keys: string[], from: number) => keys.map((key, index) => `${names[key]} = $${from + index}`);
    const changes = place(Object.keys(values), 1);
    const conditions = place(Object.keys(where), changes.length + 1);
    return `update ${getTableName(table)} set ${changes.join(", ")} where ${conditions.join(" and ")}`;
  });
  await run(tx, text, [...Object.values(values), ...Object.values(where)]);
}

/** A row that a statement of our own brought as `to_jsonb`. */
export function rowOf<Table extends PgTable>(table: Table, json: Record<string, unknown>): InferSelectModel<Table> {
  const columns = Object.entries(getTableColumns(table));
  const row = columns.map(([key, column]) => {
    const value = json[column.name] ?? null;
    return [key, column.dataType === "date" && typeof value === "string" ? new Date(value) : value];
  });
  return Object.fromEntries(row) as InferSelectModel<Table>;
}

const texts = new Map<string, string>();

function once(shape: string, build: () => string): string {
  const known = texts.get(shape);
  if (known !== undefined) return known;
  const text = build();
  texts.set(shape, text);
  return text;
}

function namesOf(table: PgTable): Record<string, string> {
  return Object.fromEntries(Object.entries(getTableColumns(table)).map(([key, { name }]) => [key, `"${name}"`]));
}

/** As the driver takes them: times as text, and everything else that is an object as JSON. */
function given(row: Record<string, unknown>): Record<string, string | number | boolean | null> {
  const entries = Object.entries(row).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    entries.map(([key, value]) => {
      if (value instanceof Date) return [key, value.toISOString()];
      return [key, typeof value === "object" && value !== null ? JSON.stringify(value) : value];
    }),
  ) as Record<string, string | number | boolean | null>;
}
