import type { DrizzleQueryError } from "drizzle-orm";

/**
 * What the database answers, without the rows and values that its errors carry: whoever prints one says which statement
 * failed, on which table and by which rule, and not about whom. For both drivers, `postgres` and the queue's `pg`.
 */
export async function wordless<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw withoutValues(error);
  }
}

function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (isOfQuery(error)) return new Error(`Failed query: ${error.query}`, { cause: withoutValues(error.cause) });
  // The driver hangs the statement's values on a lost connection's error as well.
  return "severity" in error || "parameters" in error ? copyWithoutValues(error) : error;
}

/** Not by its class: each of Next's bundles has one of its own, and they share the pool that one of them has opened. */
function isOfQuery(error: Error): error is DrizzleQueryError {
  return "query" in error && "params" in error;
}

/** The names of what was wrong, never what was sent or stored: that stands in `detail`, `where`, `hint` and others. */
const KEPT = [
  ...["code", "severity", "routine", "errno", "syscall", "address", "port"],
  ...["schema_name", "table_name", "column_name", "data_type_name", "constraint_name"],
  ...["schema", "table", "column", "dataType", "constraint"],
];

/** A copy, because the driver has made some of the fields undeletable. */
function copyWithoutValues(error: Error & { code?: unknown }): Error {
  const message = messageWithoutValues(error.message, String(error.code));
  const kept = Object.entries(error).filter(([key]) => KEPT.includes(key));
  const stack = error.stack?.replace(error.message, () => message);
  return Object.assign(new Error(message), Object.fromEntries(kept), { name: error.name, stack });
}

/**
 * PostgreSQL quotes the names of a schema, and values in two places: in class 22, of data it could not read, and after a
 * colon at the end of other sentences. Its quotes depend on the server's language.
 */
function messageWithoutValues(message: string, code: string): string {
  if (code.startsWith("22")) return message.replace(/["“”„«»][\s\S]*["“”„«»]/, "•••");
  return message.replace(/: ["“„«»][\s\S]*["“”«»]$/, ": •••");
}
