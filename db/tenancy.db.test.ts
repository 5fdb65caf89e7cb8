import { sql } from "drizzle-orm";
import postgres from "postgres";
import { describe, expect, it } from "vitest";
import { leads } from "./schema/leads";
import { asSystem, assertSafeRole, lookUp, withWorkspace } from "./tenant";
import { makeWorkspace, nextPhone } from "./testing/factories";

/** Every table that belongs to no workspace. A new table stands here or has its policy. */
const GLOBAL_TABLES = [
  "account_events",
  "app_clock",
  "health_parts",
  "installation",
  "known_devices",
  "mail_links",
  "mailbox",
  "password_resets",
  "rate_limits",
  "recovery_codes",
  "second_factors",
  "sessions",
  "stray_webhooks",
  "sweeps",
  "users",
  "worker_heartbeats",
  "workspace_invitations",
];

type Catalogue = { name: string; row_security: boolean; forced: boolean; policies: number };

const catalogue = () =>
  lookUp<Catalogue>(sql`
    select c.relname as name, c.relrowsecurity as row_security, c.relforcerowsecurity as forced,
      (select count(*)::int from pg_policy p where p.polrelid = c.oid and p.polname = 'tenant') as policies
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`);

describe("the catalogue", () => {
  it("has a forced policy on every table but the listed global ones", async () => {
    const tables = await catalogue();
    const unguarded = tables.filter((t) => !(t.row_security && t.forced && t.policies === 1)).map((t) => t.name);
    expect(unguarded).toEqual(GLOBAL_TABLES);
    expect(tables.length).toBeGreaterThan(25);
  });

  it("has the workspace first in a unique key of every tenant table", async () => {
    const rows = await lookUp<{ name: string }>(sql`
      select c.relname as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'workspaces'
        and c.relrowsecurity and not exists (
          select 1 from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
          where i.indrelid = c.oid and i.indisunique and a.attname = 'workspace_id')`);
    expect(rows).toEqual([]);
  });

  it("has the workspace in every foreign key between tenant tables", async () => {
    const rows = await lookUp<{ name: string }>(sql`
      select con.conname as name from pg_constraint con
      join pg_class child on child.oid = con.conrelid join pg_class parent on parent.oid = con.confrelid
      where con.contype = 'f' and child.relrowsecurity and parent.relrowsecurity
        and not exists (select 1 from pg_attribute a
          where a.attrelid = con.conrelid and a.attnum = any(con.conkey) and a.attname = 'workspace_id')`);
    expect(rows).toEqual([]);
  });

  it("gives every definer function to the lookup role, with a fixed search path, and none to the public", async () => {
    const rows = await lookUp<{ name: string; owner: string; config: string | null; open: boolean }>(sql`
      select p.proname as name, pg_get_userbyid(p.proowner) as owner, array_to_string(p.proconfig, ',') as config,
        coalesce(array_to_string(p.proacl, ',') ~ '(^|,)=X', p.proacl is null) as open
      from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef`);
    expect(rows.length).toBeGreaterThan(8);
    for (const row of rows) {
      expect(row).toMatchObject({ owner: "ringback_lookup", open: false });
      expect(row.config).toContain("search_path");
    }
  });
});

describe("the second wall", () => {
  it("shows a workspace no row of another, in any table, even when the query forgets to say which", async () => {
    const ours = await makeWorkspace();
    const theirs = await makeWorkspace();
    await withWorkspace(theirs.workspaceId, (tx) =>
      tx.insert(leads).values({ workspaceId: theirs.workspaceId, callerE164: nextPhone(), source: "text" }),
    );
    const tables = (await catalogue()).map((t) => t.name).filter((name) => !GLOBAL_TABLES.includes(name));
    for (const table of tables) {
      const key = table === "workspaces" ? "id" : "workspace_id";
      const foreign = await withWorkspace(ours.workspaceId, (tx) =>
        tx.execute(sql`select 1 from ${sql.identifier(table)} where ${sql.identifier(key)} <> ${ours.workspaceId}`),
      );
      expect({ table, foreign: foreign.length }).toEqual({ table, foreign: 0 });
    }
  });

  it("refuses a row written for another workspace", async () => {
    const ours = await makeWorkspace();
    const theirs = await makeWorkspace();
    const write = withWorkspace(ours.workspaceId, (tx) =>
      tx.insert(leads).values({ workspaceId: theirs.workspaceId, callerE164: nextPhone(), source: "text" }),
    );
    await expect(write).rejects.toMatchObject({ cause: { code: "42501" } });
  });

  it("is empty to a connection that has not said which workspace", async () => {
    await makeWorkspace();
    const rows = await asSystem((tx) => tx.select().from(leads));
    expect(rows).toEqual([]);
  });
});

describe("the app's role", () => {
  it("is accepted", async () => {
    await expect(assertSafeRole()).resolves.toBeUndefined();
  });

  it("cannot switch the demo's clock on", async () => {
    const client = postgres(process.env.DATABASE_URL ?? "", { max: 1 });
    await expect(client`insert into app_clock ("only", skew) values (true, '1 hour')`).rejects.toMatchObject({
      code: "42501",
    });
    await client.end();
  });
});
