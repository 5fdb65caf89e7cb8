import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterAll, describe, expect, test, vi } from "vitest";
import { startPostgres } from "./embedded-postgres.mjs";
import { isGone } from "./lib/processes.mjs";

// Servers start and stop here, next to whatever else the machine does.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const folder = mkdtempSync(path.join(tmpdir(), "ringback-launcher-test-"));
// As root the server runs as somebody else, who must get in here.
chmodSync(folder, 0o755);
const dataDir = path.join(folder, "data");
const stops: (() => Promise<void>)[] = [];

async function start(at = dataDir) {
  const server = await startPostgres({ dataDir: at });
  stops.push(server.stop);
  return server;
}

async function ask(url: string, statement: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}

afterAll(async () => {
  for (const stop of stops) await stop();
  rmSync(folder, { recursive: true, force: true });
});

describe("the embedded PostgreSQL", () => {
  test("gives three roles with no more rights than they need", async () => {
    const { ownerUrl, superUrl } = await start();
    const roles = await ask(
      superUrl,
      "select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcanlogin from pg_roles where rolname like 'ringback%' order by 1",
    );
    const none = { rolsuper: false, rolbypassrls: false, rolcreaterole: false };
    expect([...roles]).toEqual([
      { rolname: "ringback_app", rolcanlogin: true, ...none },
      { rolname: "ringback_lookup", rolcanlogin: false, ...none },
      { rolname: "ringback_owner", rolcanlogin: true, ...none },
    ]);
    await ask(
      ownerUrl,
      "create function found() returns int language sql security definer as 'select 1'; alter function found() owner to ringback_lookup",
    );
  });

  test("lets nobody in without a password, and lets nobody else read the passwords", async () => {
    const { appUrl } = await start();
    const wrong = new URL(appUrl);
    wrong.password = "wrong";
    await expect(ask(wrong.href, "select 1")).rejects.toThrow(/password authentication failed/);
    expect(statSync(`${dataDir}.passwords.json`).mode & 0o077).toBe(0);
  });

  test("refuses the app a table of its own", async () => {
    const { appUrl } = await start();
    await expect(ask(appUrl, "create table mine (id int)")).rejects.toThrow(/permission denied/);
  });

  test("takes over a server that outlived its launcher", async () => {
    const first = await start();
    const second = await start();
    expect(second).toMatchObject({ reused: true, port: first.port });
  });

  test("keeps what was committed when the server is killed", async () => {
    const { ownerUrl, pid } = await start();
    await ask(ownerUrl, "create table kept as select 7 as n");
    process.kill(Number(pid), "SIGKILL");
    await isGone(pid, 5_000);
    const again = await start();
    expect(again.reused).toBe(false);
    expect([...(await ask(again.ownerUrl, "select n from kept"))]).toEqual([{ n: 7 }]);
  });

  test("starts again on the same data after a stop", async () => {
    const server = await start();
    await server.stop();
    await expect(ask(server.appUrl, "select 1")).rejects.toThrow();
    expect((await start()).reused).toBe(false);
  });

  test("names a folder that holds something else, and says what to do", async () => {
    const other = path.join(folder, "other");
    mkdirSync(other);
    writeFileSync(path.join(other, "letter.txt"), "Dear Dana");
    await expect(start(other)).rejects.toThrow(`${other} is not a PostgreSQL data folder`);
  });

  test("names the version that made the folder when it is another", async () => {
    const older = path.join(folder, "older");
    mkdirSync(older);
    writeFileSync(path.join(older, "PG_VERSION"), "15\n");
    await expect(start(older)).rejects.toThrow(`${older} was made by PostgreSQL 15`);
  });
});
