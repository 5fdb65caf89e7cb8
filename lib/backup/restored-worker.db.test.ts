import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, inject, it, vi } from "vitest";
import type { Carrier } from "@/carrier/create-carrier";
import { closeDatabase } from "@/db/tenant";
import { nextPhone } from "@/db/testing/factories";
import { closeQueue, enqueue } from "@/lib/jobs/queue";
import { makeConnected, startCarrier, until } from "@/lib/jobs/testing/start-carrier";
import { phoneCall, post } from "@/lib/recovery/testing/webhooks";
import { restoreBackup } from "./restore-backup";
import { asSuperuser, makeSecondDatabase, type SecondDatabase } from "./testing/second-database";
import { writeBackup } from "./write-backup";

const { superUrl } = inject("postgres");
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "ringback-restored-"));
let carrier: Carrier;
let worker: ChildProcess | undefined;

beforeAll(async () => {
  carrier = await startCarrier();
});
afterAll(async () => {
  worker?.kill("SIGKILL");
  await closeQueue();
  await closeDatabase();
  await carrier.close();
  fs.rmSync(folder, { recursive: true });
});

const requested = () => carrier.ledger({ kinds: ["message_request"] }).map((entry) => entry.body);

it("sends nothing from a restored database until an operator says so, and then only what is new", async () => {
  const { e164, ownerId, ownerEmail } = await makeConnected({ settings: { noticeOn: false } });
  await post(phoneCall(e164, { from: nextPhone() }).incoming());
  await enqueue("mail", { kind: "password_changed", email: ownerEmail });
  const file = path.join(folder, "backup.gz");
  await writeBackup({ ownerUrl: process.env.DATABASE_OWNER_URL ?? "", file, appVersion: "0.1.0" });
  const target = await makeSecondDatabase(superUrl);
  await restoreBackup({ ownerUrl: target.ownerUrl, appRole: "ringback_app", file, replace: false });

  // What a person writes, and a mail that is asked for, in the restored one.
  await writeReply(target, "after the restore");
  const { enqueueThere, startSending } = await codeOn(target);
  await enqueueThere("mail", { kind: "password_changed", email: ownerEmail });
  worker = await startWorker(target);
  // The sweep's first round tells that the worker is at work.
  await until(() => count(target, "select 1 from sweeps").then((rows) => rows > 0));
  expect(requested()).toEqual([]);
  expect(await count(target, "select 1 from pgboss.job where name = 'mail' and state <> 'created'")).toBe(0);

  await expect(startSending({ userId: randomUUID() })).rejects.toMatchObject({ name: "Forbidden" });
  expect(requested()).toEqual([]);
  await asSuperuser(target.superUrl, (sql) => sql`update users set operator_at = now() where id = ${ownerId}`);
  expect(await startSending({ userId: ownerId })).toBe(true);
  expect(await startSending({ userId: ownerId })).toBe(false);
  await until(() => count(target, "select 1 from messages where status = 'accepted'").then((rows) => rows === 1));
  await until(() =>
    count(target, "select 1 from pgboss.job where name = 'mail' and state = 'completed'").then((n) => n === 1),
  );
  expect(requested()).toEqual(["after the restore"]);
  expect(await count(target, "select 1 from messages where status = 'unconfirmed'")).toBe(1);
  expect(await count(target, "select 1 from account_events where kind = 'sending_started'")).toBe(1);
}, 90_000);

const count = (target: SecondDatabase, query: string) =>
  asSuperuser(target.superUrl, async (sql) => (await sql.unsafe(query)).length);

function writeReply(target: SecondDatabase, body: string) {
  return asSuperuser(
    target.superUrl,
    (sql) => sql`
      insert into messages (workspace_id, lead_id, number_id, purpose, author, from_e164, to_e164, body, status, due_at)
      select workspace_id, lead_id, number_id, 'reply', 'member', from_e164, to_e164, ${body}, 'queued', app_now()
      from messages where status = 'unconfirmed'`,
  );
}

/** The product's own code, on another database than the rest of this file. */
async function codeOn(target: SecondDatabase) {
  await closeQueue();
  await closeDatabase();
  vi.stubEnv("DATABASE_URL", target.appUrl);
  vi.resetModules();
  const { enqueue: enqueueThere } = await import("@/lib/jobs/queue");
  const { startSending } = await import("@/lib/operator/start-sending");
  return { enqueueThere, startSending };
}

function startWorker(target: SecondDatabase): Promise<ChildProcess> {
  const env = { ...process.env, DATABASE_URL: target.appUrl, DATABASE_OWNER_URL: "", TWILIO_API_URL: carrier.url };
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/worker.ts"], { env });
  return new Promise((resolve, reject) => {
    let said = "";
    const hear = (part: Buffer) => {
      said += part.toString();
      if (said.includes("worker.started")) resolve(child);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", () => reject(new Error(said)));
  });
}
