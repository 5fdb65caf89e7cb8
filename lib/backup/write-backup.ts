import { createHash, randomUUID } from "node:crypto";
import fs from "node:fs";
import { open } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import postgres from "postgres";
import { Refusal } from "@/lib/errors";
import { columnList, END_OF_TABLE, type Footer, type Header } from "./format";
import { inOrderOfReference } from "./in-order-of-reference";

/** What processes notice and tell again within a minute. The queue of mails lies in another schema and stays out as well. */
const LEFT_OUT = ["health_parts", "rate_limits", "worker_heartbeats"];

export type Written = { file: string; bytes: number; rows: number; madeAt: Date };

/**
 * Writes every row of the installation, of one moment, into one file that only this user may read. The file is there whole
 * or not at all; memory stays at a few chunks however many rows there are.
 * @throws Refusal with what to do, when the file is there already or the database is not up to date.
 */
export async function writeBackup({ ownerUrl, file, appVersion }: Wishes): Promise<Written> {
  if (fs.existsSync(file)) throw new Refusal(`${file} is there already. Choose another name, or move it away.`);
  fs.mkdirSync(path.dirname(path.resolve(file)), { recursive: true, mode: 0o700 });
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {}, connection: { application_name: "ringback backup" } });
  const unfinished = `${file}.${randomUUID()}.part`;
  try {
    const { header, footer } = await sql.begin("isolation level repeatable read read only", async (tx) => {
      await tx`select set_config('app.backup', 'on', true)`;
      const header = await describe(tx, appVersion);
      const footer: Footer = { tables: [] };
      const output = fs.createWriteStream(unfinished, { mode: 0o600, flags: "wx" });
      await pipeline(contents(tx, header, footer), createGzip(), output);
      return { header, footer };
    });
    await sync(unfinished);
    fs.renameSync(unfinished, file);
    await sql`update installation set last_backup_at = ${header.madeAt}`;
    const rows = footer.tables.reduce((sum, table) => sum + table.rows, 0);
    return { file, bytes: fs.statSync(file).size, rows, madeAt: new Date(header.madeAt) };
  } finally {
    fs.rmSync(unfinished, { force: true });
    await sql.end();
  }
}

type Wishes = { ownerUrl: string; file: string; appVersion: string };

async function describe(tx: postgres.TransactionSql, appVersion: string): Promise<Header> {
  const [now] = await tx<{ at: Date; ready: boolean }[]>`
    select statement_timestamp() as at, to_regclass('drizzle.__drizzle_migrations') is not null as ready`;
  if (!now?.ready) throw new Refusal("There is nothing to back up: this database has no tables of Ringback.");
  const tables = await tx<{ name: string; columns: string[]; refers_to: string[]; hidden: boolean }[]>`
    select c.relname as name,
      array(select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
      array(select distinct r.relname::text from pg_constraint f join pg_class r on r.oid = f.confrelid
        where f.conrelid = c.oid and f.contype = 'f') as refers_to,
      c.relrowsecurity and not exists (
        select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'backup') as hidden
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all(${LEFT_OUT})
    order by c.relname`;
  const hidden = tables.find((table) => table.hidden);
  if (hidden) throw new Refusal(`The rows of ${hidden.name} cannot be read. Run first: npm run db:migrate`);
  const migrations = await tx<
    { hash: string }[]
  >`select hash from drizzle.__drizzle_migrations order by created_at, id`;
  return {
    ringbackBackup: 1,
    appVersion,
    madeAt: now.at.toISOString(),
    migrations: migrations.map(({ hash }) => hash),
    tables: inOrderOfReference(tables).map(({ name, columns }) => ({ name, columns })),
  };
}

/** The lines of the file; the footer is filled in as they are made. */
async function* contents(tx: postgres.TransactionSql, header: Header, footer: Footer): AsyncGenerator<Buffer | string> {
  yield `${JSON.stringify(header)}\n`;
  for (const table of header.tables) {
    const hash = createHash("sha256");
    let rows = 0;
    const read = await tx.unsafe(`copy public."${table.name}" (${columnList(table)}) to stdout`).readable();
    for await (const chunk of read as AsyncIterable<Buffer>) {
      hash.update(chunk);
      rows += lineEnds(chunk);
      yield chunk;
    }
    footer.tables.push({ name: table.name, rows, sha256: hash.digest("hex") });
    yield `${END_OF_TABLE}\n`;
  }
  yield `${JSON.stringify(footer)}\n`;
}

/** COPY writes a line break inside a value as `\n`, so each one in its output ends a row. */
function lineEnds(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) count += 1;
  return count;
}

/** A power cut after the rename must not leave an empty file under the right name. */
async function sync(file: string): Promise<void> {
  const handle = await open(file, "r+");
  await handle.sync();
  await handle.close();
}
