import type { Writable } from "node:stream";
import postgres from "postgres";
import { applyMigrations, type Migration, migrate, migrations } from "@/db/migrate";
import { Refusal } from "@/lib/errors";
import { columnList, type Header, type Table } from "./format";
import { readBackup } from "./read-backup";
import { settleRestored } from "./settle-restored";

type Wishes = {
  ownerUrl: string;
  /** The role that web and worker sign in as. */
  appRole: string;
  file: string;
  /** Throw away what the database holds. */
  replace: boolean;
};

/**
 * Puts a backup into a database, wholly or not at all: in one transaction the tables are made as they were when it was
 * written, filled, and brought up to date. What comes out sends nothing until an operator says so.
 * @throws Refusal with what to do: the file is damaged or newer than this Ringback, or the database is in use or not empty.
 */
export async function restoreBackup({ ownerUrl, appRole, file, replace }: Wishes): Promise<Header> {
  const header = await readBackup(file);
  const known = migrations();
  const applied = requireKnown(header, known);
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {}, connection: { application_name: "ringback restore" } });
  try {
    await sql`select pg_advisory_lock(hashtext('ringback.migrate'))`;
    await requireUnused(sql, appRole);
    await requireEmpty(sql, replace);
    await sql.begin(async (tx) => {
      await makeEmpty(tx);
      await applyMigrations(tx, known.slice(0, applied));
      await withoutPolicies(tx, () => readBackup(file, (table, batches) => load(tx, table, batches)));
      await applyMigrations(tx, known.slice(applied));
      await withoutPolicies(tx, () => settleRestored(tx, header.madeAt));
    });
  } finally {
    await sql.end();
  }
  await migrate({ ownerUrl, appRole });
  return header;
}

/** How many of our migrations the backup has. */
function requireKnown(header: Header, known: readonly Migration[]): number {
  const isOurs = header.migrations.every((hash, index) => hash === known[index]?.hash);
  if (isOurs && header.migrations.length > 0) return header.migrations.length;
  throw new Refusal(
    `This backup was written by Ringback ${header.appVersion} with tables that this version does not know. ` +
      "Restore it with the version that wrote it, or a newer one.",
  );
}

async function requireUnused(sql: postgres.Sql, appRole: string): Promise<void> {
  const [others] = await sql<{ count: number }[]>`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and usename = ${appRole} and pid <> pg_backend_pid()`;
  if (!others?.count) return;
  throw new Refusal(
    `Web or worker still use this database (${others.count} connections). Stop them, then run this again.`,
  );
}

async function requireEmpty(sql: postgres.Sql, replace: boolean): Promise<void> {
  const [found] = await sql<{ ours: boolean; users: boolean; any: boolean }[]>`
    select to_regclass('drizzle.__drizzle_migrations') is not null as ours, to_regclass('public.users') is not null as users,
      exists (select 1 from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')) as any`;
  if (found?.any && !found.ours)
    throw new Refusal("This database holds tables of something else. Choose an empty one.");
  if (!found?.users || replace) return;
  const people = await sql`select 1 from users limit 1`;
  if (people.length > 0) {
    throw new Refusal(
      "This database is not empty. To throw away what it holds and put the backup there, add --replace.",
    );
  }
}

/** As a database was when its owner got it (README, Going live). */
async function makeEmpty(tx: postgres.TransactionSql): Promise<void> {
  await tx
    .unsafe(`
    drop schema if exists pgboss cascade;
    drop schema if exists drizzle cascade;
    drop schema public cascade;
    create schema public;
    grant usage on schema public to public;
    grant create, usage on schema public to ringback_lookup`)
    .simple();
}

/** The owner of a table is above its policies only while they are not forced on it. Both sides of it in one transaction. */
async function withoutPolicies(tx: postgres.TransactionSql, work: () => Promise<unknown>): Promise<void> {
  const forced = await tx<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relforcerowsecurity`;
  for (const { name } of forced) await tx`alter table ${tx(name)} no force row level security`;
  await work();
  for (const { name } of forced) await tx`alter table ${tx(name)} force row level security`;
}

async function load(tx: postgres.TransactionSql, table: Table, batches: AsyncIterable<Buffer>): Promise<void> {
  // Rows that the migrations themselves have written stand in the backup as well, as they were later.
  await tx`delete from ${tx(table.name)}`;
  const output = await tx.unsafe(`copy public."${table.name}" (${columnList(table)}) from stdin`).writable();
  output.on("error", () => {});
  for await (const batch of batches) await written(output, batch);
  output.end();
  // By the next turn the driver has ended the copy. It tells of an error at that end by the next statement alone.
  await new Promise((resolve) => setImmediate(resolve));
  await tx`select 1`.catch((error: unknown) => {
    throw new Error(`The rows of ${table.name} were not taken`, { cause: output.errored ?? error });
  });
}

function written(output: Writable, batch: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    output.write(batch, (error) => (error ? reject(output.errored ?? error) : resolve()));
  });
}
