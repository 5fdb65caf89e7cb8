import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { sql as text } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { migrations } from "@/db/migrate";
import { sessions } from "@/db/schema/people";
import { asSystem, closeDatabase, lookUp, withWorkspace } from "@/db/tenant";
import { type MadeWorkspace, makeWorkspace, nextPhone } from "@/db/testing/factories";
import { makePasswordReset } from "@/lib/auth/reset-password";
import { closeQueue, enqueue } from "@/lib/jobs/queue";
import { phoneCall, post } from "@/lib/recovery/testing/webhooks";
import { restoreBackup } from "./restore-backup";
import { asSuperuser, contentsOf, makeSecondDatabase, type SecondDatabase } from "./testing/second-database";
import { writeBackup } from "./write-backup";

const { superUrl } = inject("postgres");
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "ringback-backup-"));
const file = path.join(folder, "one.backup.gz");
const ownerUrl = process.env.DATABASE_OWNER_URL ?? "";
const source = (() => {
  const url = new URL(superUrl);
  url.pathname = new URL(ownerUrl).pathname;
  return url.href;
})();
const WORDS = "tab\there, break\nthere, back\\slash, \\. alone,\n\\.\n, ünï¢ødé 🛠";

let ours: MadeWorkspace;
let theirs: MadeWorkspace;
const caller = nextPhone();
const ringing = nextPhone();

beforeAll(async () => {
  [ours, theirs] = [await makeWorkspace({ settings: { noticeOn: false } }), await makeWorkspace({ name: "Other" })];
  await post(phoneCall(ours.e164, { from: caller }).incoming());
  // Its notice still plays when the backup is written.
  await post(phoneCall(theirs.e164, { from: ringing }).incoming());
  await withWorkspace(ours.workspaceId, (tx) => tx.execute(text`update leads set need = ${WORDS}`));
  await asSystem((tx) =>
    tx
      .insert(sessions)
      .values({ idHash: "session", userId: ours.ownerId, expiresAt: new Date(Date.now() + 86_400_000) }),
  );
  await makePasswordReset(ours.ownerEmail);
  await enqueue("mail", { kind: "password_changed", email: ours.ownerEmail });
  await writeBackup({ ownerUrl, file, appVersion: "0.1.0" });
}, 60_000);

afterAll(async () => {
  await closeQueue();
  await closeDatabase();
  fs.rmSync(folder, { recursive: true });
});

const restore = (target: SecondDatabase, more: { file?: string; replace?: boolean } = {}) =>
  restoreBackup({ ownerUrl: target.ownerUrl, appRole: "ringback_app", file, replace: false, ...more });

describe("a backup", () => {
  it("is whole, is this user's alone, and is remembered", async () => {
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    expect(fs.readdirSync(folder)).toEqual(["one.backup.gz"]);
    const [kept] = await lookUp<{ age: number }>(
      text`select extract(epoch from now() - last_backup_at) as age from installation`,
    );
    expect(Number(kept?.age)).toBeGreaterThan(0);
    await expect(writeBackup({ ownerUrl, file, appVersion: "0.1.0" })).rejects.toThrow(/is there already/);
  });

  it("reads all workspaces as the owner alone, who must ask for it", async () => {
    const rowsFor = async (url: string, asking: boolean) => {
      const sql = postgres(url, { max: 1 });
      const rows = await sql.begin(async (tx) => {
        if (asking) await tx`select set_config('app.backup', 'on', true)`;
        return tx`select 1 from calls`;
      });
      await sql.end();
      return rows.length;
    };
    expect(await rowsFor(ownerUrl, true)).toBe(2);
    expect(await rowsFor(ownerUrl, false)).toBe(0);
    expect(await rowsFor(process.env.DATABASE_URL ?? "", true)).toBe(0);
  });

  it("needs no sequences: every key is made without one", async () => {
    expect(await lookUp(text`select sequencename from pg_sequences where schemaname = 'public'`)).toEqual([]);
  });
});

describe("restored into another database", () => {
  let target: SecondDatabase;
  beforeAll(async () => {
    target = await makeSecondDatabase(superUrl);
    await restore(target);
  }, 60_000);

  it("every row is the same but for what must not go on", async () => {
    const [before, after] = [await contentsOf(source), await contentsOf(target.superUrl)];
    expect(Object.keys(after)).toEqual(Object.keys(before));
    const changed = Object.keys(before).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
    expect(changed).toEqual([
      ...["account_events", "caller_slots", "health_parts", "installation", "leads", "messages"],
      ...["password_resets", "recoveries", "sessions"],
    ]);
    expect(before.leads?.rows).toBe(after.leads?.rows);
  });

  it("knows of no text under way whether it went, and texts nobody again who may have been texted", async () => {
    await asSuperuser(target.superUrl, async (sql) => {
      const messages =
        await sql`select status, due_at, lease_until, final_at, to_e164 from messages where author <> 'caller'`;
      expect(messages).toMatchObject([
        { status: "unconfirmed", due_at: null, lease_until: null, final_at: null, to_e164: caller },
      ]);
      expect(await sql`select state from recoveries`).toMatchObject([{ state: "unconfirmed" }]);
      expect(await sql`select need, needs_attention is not null as asks from leads`).toMatchObject([
        { need: WORDS, asks: true },
      ]);
      const slots = await sql`
        select caller_e164, pending_message_id, last_opening_at is not null as counts from caller_slots order by caller_e164`;
      expect(slots).toMatchObject([
        { caller_e164: caller, pending_message_id: null, counts: true },
        { caller_e164: ringing, pending_message_id: null, counts: true },
      ]);
      const [spent] = await sql`select amount from usage_counters where counter = 'callers_day'`;
      expect(spent).toMatchObject({ amount: 1 });
    });
  });

  it("lets nobody in by a session or link from before, and has no mail to send", async () => {
    await asSuperuser(target.superUrl, async (sql) => {
      expect(await sql`select 1 from sessions where revoked_at is null`).toHaveLength(0);
      expect(await sql`select 1 from password_resets where used_at is null`).toHaveLength(0);
      expect(await sql`select 1 from pgboss.job where name = 'mail'`).toHaveLength(0);
      const [row] =
        await sql`select sending_stopped_at is not null as stopped, sending_stopped_reason as reason from installation`;
      expect(row).toEqual({ stopped: true, reason: "restored" });
      expect(await sql`select kind from account_events where kind = 'backup_restored'`).toHaveLength(1);
    });
  });

  it("keeps one workspace from another as before", async () => {
    const sql = postgres(target.appUrl, { max: 1 });
    expect(await sql`select 1 from calls`).toHaveLength(0);
    const seen = await sql.begin(async (tx) => {
      await tx`select set_config('app.workspace_id', ${theirs.workspaceId}, true)`;
      return tx`select caller_e164 from calls`;
    });
    expect(seen).toMatchObject([{ caller_e164: ringing }]);
    await sql.end();
  });

  it("is not overwritten unless told so, and then is as the backup again", async () => {
    await expect(restore(target)).rejects.toThrow(/not empty.*--replace/);
    const before = await contentsOf(target.superUrl);
    await restore(target, { replace: true });
    const after = await contentsOf(target.superUrl);
    expect(after.messages?.rows).toBe(before.messages?.rows);
    expect(after.calls).toEqual(before.calls);
  });

  it("is left alone while web or worker use it", async () => {
    const worker = postgres(target.appUrl, { max: 1 });
    await worker`select 1`;
    await expect(restore(target, { replace: true })).rejects.toThrow(/still use this database \(1 connections\)/);
    await worker.end();
  });
});

describe("what is no backup of ours", () => {
  const whole = () => gunzipSync(fs.readFileSync(file)).toString("utf8");
  const written = (name: string, contents: Buffer | string) => {
    const made = path.join(folder, name);
    fs.writeFileSync(made, contents);
    return made;
  };
  const packed = (change: (lines: string) => string) => gzipSync(change(whole()));

  it.each<[string, () => Buffer | string, RegExp]>([
    ["a file of something else", () => "hello", /damaged.*header/],
    ["an empty one", () => "", /damaged/],
    ["one that is cut off", () => fs.readFileSync(file).subarray(0, -40), /damaged.*end of file/],
    ["one with a bit that fell over", () => flipped(fs.readFileSync(file)), /damaged/],
    [
      "one whose words were changed",
      () => packed((all) => all.replace("back\\\\slash", "back\\\\smash")),
      /rows of leads are not those/,
    ],
    ["one that lacks a row", () => packed((all) => all.replace(/^.*session.*\n/m, "")), /damaged/],
    [
      "one without its end",
      () => packed((all) => all.replace(/\{"tables":\[\{"name":"[^\n]*\n$/, "")),
      /damaged.*cut off/,
    ],
    ["one with more behind its end", () => packed((all) => `${all}more\n`), /damaged.*follows/],
    [
      "one that names a table like a statement",
      () => packed((all) => all.replace('"name":"leads"', '"name":"leads\\"; drop table users"')),
      /damaged/,
    ],
    [
      "one of a newer Ringback",
      () => packed((all) => all.replace(/"([0-9a-f]{64})"\]/, `"$1","${"f".repeat(64)}"]`)),
      /does not know/,
    ],
  ])("%s is refused, and nothing is touched", async (name, contents, words) => {
    const target = await makeSecondDatabase(superUrl);
    const made = written(name.replaceAll(" ", "-"), contents());
    await expect(restore(target, { file: made })).rejects.toMatchObject({
      name: "Refusal",
      message: expect.stringMatching(words),
    });
    expect(await contentsOf(target.superUrl)).toEqual({});
  });

  it("a database of something else is not touched, whatever is said", async () => {
    const target = await makeSecondDatabase(superUrl);
    await asSuperuser(target.superUrl, (sql) => sql`create table accounts (id int)`);
    await expect(restore(target, { replace: true })).rejects.toThrow(/tables of something else/);
    expect(Object.keys(await contentsOf(target.superUrl))).toEqual(["accounts"]);
  });
});

it("restores what an older Ringback wrote, and brings it up to date", async () => {
  const target = await makeSecondDatabase(superUrl);
  const id = "0b6f2a34-5a0f-4d4b-9b0a-0a3c1d7c5e11";
  const columns = ["id", "email", "name", "password_hash", "created_at"];
  const row = `${[id, "old@ringback.test", "Old", "none", "2026-01-01 00:00:00+00"].join("\t")}\n`;
  const { createHash } = await import("node:crypto");
  const sha256 = createHash("sha256").update(row).digest("hex");
  const header = {
    ...{ ringbackBackup: 1, appVersion: "0.0.9", madeAt: "2026-01-02T00:00:00.000Z" },
    // Before operators, and the row of the installation, existed.
    migrations: migrations()
      .slice(0, 11)
      .map(({ hash }) => hash),
    tables: [{ name: "users", columns }],
  };
  const footer = { tables: [{ name: "users", rows: 1, sha256 }] };
  const old = path.join(folder, "old.backup.gz");
  fs.writeFileSync(old, gzipSync(`${JSON.stringify(header)}\n${row}\\.\n${JSON.stringify(footer)}\n`));
  await restore(target, { file: old });
  await asSuperuser(target.superUrl, async (sql) => {
    expect(await sql`select id, email, operator_at from users`).toEqual([
      { id, email: "old@ringback.test", operator_at: null },
    ]);
    expect(await sql`select hash from drizzle.__drizzle_migrations order by id`).toHaveLength(migrations().length);
    expect(await sql`select sending_stopped_reason as reason from installation`).toEqual([{ reason: "restored" }]);
  });
});

/** One bit in the middle. */
function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const middle = Math.floor(copy.length / 2);
  copy.writeUInt8(copy.readUInt8(middle) ^ 1, middle);
  return copy;
}
