import postgres from "postgres";

/** Every table of this test file's database by name, as a count and a hash of its rows: equal means nothing changed. */
export async function openWholeDatabase(superUrl: string) {
  const address = new URL(superUrl);
  address.pathname = new URL(process.env.DATABASE_URL ?? "").pathname;
  const sql = postgres(address.href, { max: 1, onnotice: () => {} });
  const tables = await sql<{ name: string }[]>`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname <> 'information_schema' and n.nspname !~ '^pg_' order by 1`;
  const all = tables.map(
    ({ name }) =>
      `select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '-') as rows
       from ${name} t`,
  );
  return {
    tables: tables.length,
    async read(without: readonly string[] = []): Promise<Record<string, string>> {
      const rows = await sql.unsafe<{ name: string; rows: string }[]>(all.join(" union all "));
      const kept = rows.filter(({ name }) => !without.includes(name));
      return Object.fromEntries(kept.map(({ name, rows: content }) => [name, content]));
    },
    close: () => sql.end(),
  };
}
