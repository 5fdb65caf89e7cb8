import { getTableColumns, getTableName, type InferInsertModel, type InferSelectModel } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { type Parameter, run, type Statement, type Tx } from "./tenant";

/*
 * Statements for the path of a missed call. Drizzle builds its SQL anew at every use, which takes longer than the database
 * takes to run it; here the text is built once for each shape of row, from the same tables.
 */

/** Writes a row. What it leaves out has its column's default. */
export function insertOf<Table extends PgTable>(table: Table, row: InferInsertModel<Table>): Statement {
  const values = given(row);
  const text = once(`insert ${getTableName(table)} ${Object.keys(values)}`, () => {
    const columns = Object.keys(values).map((key) => nameOf(table, key));
    const places = columns.map((_, index) => `$${index + 1}`);
    return `insert into ${getTableName(table)} (${columns.join(", ")}) values (${places.join(", ")})`;
  });
  return { text, values: Object.values(values) };
}

/** Changes the one row of a workspace that has these values. */
export function updateOf<Table extends PgTable>(
  table: Table,
  which: Partial<InferSelectModel<Table>> & { workspaceId: string },
  set: Partial<InferInsertModel<Table>>,
): Statement {
  const [values, where] = [given(set), given(which)];
  const missing = Object.keys(which).find((key) => !(key in where));
  // Left out, it would change every row of the workspace.
  if (missing) throw new Error(`No value for ${missing} says which row of ${getTableName(table)} to change`);
  const text = once(`update ${getTableName(table)} ${Object.keys(values)} where ${Object.keys(where)}`, () => {
    const place = (keys: string[], from: number) => keys.map((key, at) => `${nameOf(table, key)} = $${from + at}`);
    const changes = place(Object.keys(values), 1);
    const conditions = place(Object.keys(where), changes.length + 1);
    return `update ${getTableName(table)} set ${changes.join(", ")} where ${conditions.join(" and ")}`;
  });
  return { text, values: [...Object.values(values), ...Object.values(where)] };
}

/**
 * Runs several writes as one statement. None sees what another has written, so no two may concern the same row; foreign
 * keys are checked when all are done.
 */
export async function together(tx: Tx, statements: readonly Statement[]): Promise<void> {
  if (statements.length === 0) return;
  const text = once(statements.map((one) => one.text).join(";"), () => {
    let before = 0;
    const parts = statements.map((one, index) => {
      const shifted = renumbered(one.text, before);
      before += one.values.length;
      return `w${index} as (${shifted})`;
    });
    return `with ${parts.join(", ")} select`;
  });
  await run(
    tx,
    text,
    statements.flatMap(({ values }) => values),
  );
}

/** A statement's text as a part of another whose own values come first, so many of them. */
export function renumbered(text: string, before: number): string {
  return text.replace(/\$(\d+)/g, (_, place) => `$${Number(place) + before}`);
}

/** A row that a statement of our own brought as `to_jsonb`. */
export function rowOf<Table extends PgTable>(table: Table, json: Record<string, unknown>): InferSelectModel<Table> {
  const row = columnsOf(table).map(({ key, name, isDate }) => {
    const value = json[name] ?? null;
    return [key, isDate && typeof value === "string" ? new Date(value) : value];
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

type Column = { key: string; name: string; isDate: boolean };
const columns = new WeakMap<PgTable, Column[]>();

function columnsOf(table: PgTable): Column[] {
  const known = columns.get(table);
  if (known) return known;
  const entries = Object.entries(getTableColumns(table));
  const made = entries.map(([key, { name, dataType }]) => ({ key, name, isDate: dataType === "date" }));
  columns.set(table, made);
  return made;
}

function nameOf(table: PgTable, key: string): string {
  const column = columnsOf(table).find((one) => one.key === key);
  if (!column) throw new Error(`${getTableName(table)} has no column for ${key}`);
  return `"${column.name}"`;
}

/** As the driver takes them: times as text, and everything else that is an object as JSON. */
function given(row: Record<string, unknown>): Record<string, Parameter> {
  const values: Record<string, Parameter> = {};
  for (const [key, value] of Object.entries(row)) {
    if (value === undefined) continue;
    values[key] = plain(value);
  }
  return values;
}

function plain(value: unknown): Parameter {
  if (value instanceof Date) return value.toISOString();
  return typeof value === "object" && value !== null ? JSON.stringify(value) : (value as Parameter);
}
