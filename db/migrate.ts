import path from "node:path";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as migrateAll } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { installQueues } from "./queues";

const LOOKUP = "ringback_lookup";

/**
 * Brings a database up to date and gives the app's role its rights. Safe to run at every start, and by two at once.
 * @throws when a role is missing, with the statement that makes it.
 */
export async function migrate({ ownerUrl, appRole }: { ownerUrl: string; appRole: string }): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(hashtext('ringback.migrate'))`;
    await requireRoles(sql, appRole);
    await migrateAll(drizzle(sql), { migrationsFolder: migrationsFolder() });
    await installQueues(ownerUrl);
    await grant(sql, appRole);
    await letOwnerBackUp(sql);
  } finally {
    await sql.end();
  }
}

const migrationsFolder = () => path.join(process.cwd(), "db", "migrations");

export type Migration = { hash: string; statements: readonly string[]; createdAt: number };

/** Those that this version knows, in order. */
export function migrations(): Migration[] {
  const files = readMigrationFiles({ migrationsFolder: migrationsFolder() });
  return files.map(({ hash, sql, folderMillis }) => ({ hash, statements: sql, createdAt: folderMillis }));
}

/** Applies some of them within a transaction, and notes them where Drizzle's migrator looks. */
export async function applyMigrations(tx: postgres.TransactionSql, some: readonly Migration[]): Promise<void> {
  await tx`create schema if not exists drizzle`;
  await tx`
    create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`;
  for (const { hash, statements, createdAt } of some) {
    for (const statement of statements) await tx.unsafe(statement);
    await tx`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${createdAt})`;
  }
}

async function requireRoles(sql: postgres.Sql, appRole: string): Promise<void> {
  const rows = await sql<{ rolname: string }[]>`select rolname from pg_roles where rolname in (${appRole}, ${LOOKUP})`;
  const found = new Set(rows.map((row) => row.rolname));
  if (!found.has(appRole)) {
    throw new Error(
      `The role "${appRole}" of DATABASE_URL does not exist. Make it: create role "${appRole}" login password '…';`,
    );
  }
  if (!found.has(LOOKUP)) {
    throw new Error(
      `The role "${LOOKUP}" does not exist. Make it, as a superuser: create role ${LOOKUP} nologin; grant ${LOOKUP} to current_user;`,
    );
  }
  const [owner] = await sql<{ same: boolean }[]>`select current_user = ${appRole} as same`;
  if (owner?.same) throw new Error("DATABASE_OWNER_URL and DATABASE_URL sign in as the same role. They must be two.");
}

async function grant(sql: postgres.Sql, appRole: string): Promise<void> {
  const role = sql(appRole);
  await sql`grant usage on schema public, pgboss to ${role}`;
  await sql`grant select, insert, update, delete on all tables in schema public, pgboss to ${role}`;
  await sql`revoke insert, delete on app_clock, installation from ${role}`;
  // History is added to and read; only the owner's retention job forgets.
  await sql`revoke update, delete, truncate on account_events, audit_log from ${role}`;
  // Whether the database is at the level of the code is asked by the app itself.
  await sql`grant usage on schema drizzle to ${role}`;
  await sql`grant select on drizzle.__drizzle_migrations to ${role}`;
  await sql`grant usage on all sequences in schema public, pgboss to ${role}`;
  await sql`grant execute on all functions in schema pgboss to ${role}`;
  const lookups = await sql<{ signature: string }[]>`
    select p.oid::regprocedure::text as signature from pg_proc p
    where p.pronamespace = 'public'::regnamespace and pg_get_userbyid(p.proowner) = ${LOOKUP}`;
  await sql`set role ${sql(LOOKUP)}`;
  for (const { signature } of lookups) await sql`grant execute on function ${sql.unsafe(signature)} to ${role}`;
  await sql`reset role`;
}

/**
 * Policies hold for the owner of the tables as well, so a backup needs one by which the owner, and nobody else, sees the rows
 * of all workspaces: in transactions that ask for it.
 */
async function letOwnerBackUp(sql: postgres.Sql): Promise<void> {
  const tables = await sql<{ name: string }[]>`
    select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relrowsecurity
      and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'backup')`;
  for (const { name } of tables) {
    await sql`
      create policy backup on ${sql(name)} for select to current_user using (current_setting('app.backup', true) = 'on')`;
  }
}
