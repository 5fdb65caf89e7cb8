import { randomBytes } from "node:crypto";
import postgres from "postgres";

export type SecondDatabase = { superUrl: string; ownerUrl: string; appUrl: string };

/** An empty database beside the test file's own, as an owner gets one (README, Going live). */
export async function makeSecondDatabase(superUrl: string): Promise<SecondDatabase> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  const inIt = (address: string | undefined) => {
    const url = new URL(address ?? "");
    url.pathname = `/${name}`;
    return url.href;
  };
  const made = {
    superUrl: inIt(superUrl),
    ownerUrl: inIt(process.env.DATABASE_OWNER_URL),
    appUrl: inIt(process.env.DATABASE_URL),
  };
  const sql = postgres(superUrl, { max: 1 });
  await sql.unsafe(`create database ${name} owner ringback_owner`);
  await sql.end();
  await asSuperuser(made.superUrl, (tx) =>
    tx
      .unsafe(`alter schema public owner to ringback_owner; grant create, usage on schema public to ringback_lookup`)
      .simple(),
  );
  return made;
}

/** One connection that no policy holds, to look and to write. */
export async function asSuperuser<T>(superUrl: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(superUrl, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

/** How many rows every table has, and a hash of all they hold. */
export async function contentsOf(superUrl: string): Promise<Record<string, { rows: number; hash: string }>> {
  return asSuperuser(superUrl, async (sql) => {
    const tables = await sql<{ name: string }[]>`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`;
    const found: Record<string, { rows: number; hash: string }> = {};
    for (const { name } of tables) {
      const [row] = await sql<{ rows: number; hash: string }[]>`
        select count(*)::int as rows, md5(coalesce(string_agg(t::text, chr(10) order by t::text), '')) as hash
        from ${sql(name)} t`;
      if (row) found[name] = { ...row };
    }
    return found;
  });
}
