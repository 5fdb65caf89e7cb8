import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, describe, expect, it, vi } from "vitest";
import { createCarrier } from "@/carrier/create-carrier";
import { healthParts } from "@/db/schema/installation";
import { asSystem, closeDatabase, lookUp } from "@/db/tenant";
import { makeWorkspace } from "@/db/testing/factories";
import { skipTime } from "@/db/testing/skip-time";
import { buyNumber, searchNumbers } from "@/lib/twilio/numbers";
import { numberUrls } from "@/lib/twilio/webhook-urls";
import { checkCarrier } from "./check-carrier";
import { forgetSilentWorkers, startHeartbeat } from "./heartbeat";
import { noteMail } from "./note-mail";
import { noteSignedWebhook } from "./public-address";
import { readReady } from "./readiness";
import { recordHealth } from "./record-health";

const carrier = await createCarrier({ accountSid: `AC${"0".repeat(32)}`, authToken: "12345" });
process.env.TWILIO_API_URL = carrier.url;

afterAll(async () => {
  await carrier.close();
  await closeDatabase();
});

const partsNow = () => asSystem((tx) => tx.select().from(healthParts));
async function part(name: string) {
  return (await partsNow()).find((one) => one.part === name);
}
const workers = () => lookUp<{ worker_id: string }>(sql`select worker_id from worker_heartbeats`);

describe("what was noticed of a part", () => {
  it("keeps since when it is so, while the state and the code stay", async () => {
    await recordHealth("sweep", { state: "working", details: { found: 0 } });
    const first = await part("sweep");
    await skipTime(60);
    await recordHealth("sweep", { state: "working", details: { found: 2 } });
    const second = await part("sweep");
    expect(second).toMatchObject({ since: first?.since, details: { found: 2 } });
    expect(Number(second?.checkedAt)).toBeGreaterThan(Number(first?.checkedAt));
    await recordHealth("sweep", { state: "failing", code: "refused" });
    const refused = await part("sweep");
    expect(refused).toMatchObject({ state: "failing", code: "refused", details: {} });
    expect(Number(refused?.since)).toBeGreaterThan(Number(first?.since));
    await skipTime(60);
    await recordHealth("sweep", { state: "failing", code: "unreachable" });
    expect(Number((await part("sweep"))?.since)).toBeGreaterThan(Number(refused?.since));
  });

  it("is recorded of the public address at the first signed webhook, and then not for a minute", async () => {
    noteSignedWebhook();
    await vi.waitFor(async () => expect(await part("public_address")).toMatchObject({ state: "working" }));
    const first = await part("public_address");
    await skipTime(5);
    noteSignedWebhook();
    await recordHealth("proxy", { state: "working" });
    expect(await part("public_address")).toEqual(first);
  });

  it("is recorded of mail by a code, and the failure goes on to the queue", async () => {
    const refused = Object.assign(new Error("535 5.7.8 dana@ringback.test"), { code: "EAUTH" });
    await expect(noteMail(() => Promise.reject(refused))).rejects.toBe(refused);
    expect(await part("mail")).toMatchObject({ state: "failing", code: "password_refused", details: {} });
    const one = Object.assign(new Error("550"), { code: "EENVELOPE" });
    await expect(noteMail(() => Promise.reject(one))).rejects.toBe(one);
    expect(await part("mail")).toMatchObject({ code: "password_refused" });
  });
});

describe("the carrier account", () => {
  it("is described by states, amounts and counts", async () => {
    const found = await searchNumbers({ areaCode: "503", country: "US" });
    const [ours = "", spare = ""] = found.ok ? found.numbers.map(({ e164 }) => e164) : [];
    for (const e164 of [ours, spare]) await buyNumber({ e164, urls: numberUrls() });
    await makeWorkspace({ number: { e164: ours } });
    await checkCarrier();
    const details = { balanceCents: 4120, currency: "USD", countries: "US CA", numbers: 2, unclaimed: 1 };
    expect(await part("carrier")).toMatchObject({ state: "working", code: null, details });
    carrier.setSettings({ accountStatus: "suspended" });
    await checkCarrier();
    expect(await part("carrier")).toMatchObject({ state: "failing", code: "suspended", details: {} });
    carrier.setFaults({ requests: [{ operation: "other", effect: "error_before" }] });
    await checkCarrier();
    expect(await part("carrier")).toMatchObject({ state: "failing", code: "unreachable" });
  });
});

describe("a worker's heartbeat", () => {
  it("makes the installation ready, and its end takes that back at once", async () => {
    expect(await readReady()).toMatchObject({ ok: false, parts: { migrations: "up_to_date", worker: "none" } });
    const id = randomUUID();
    const stop = await startHeartbeat(id);
    expect(await readReady()).toEqual({
      ok: true,
      parts: { database: "working", migrations: "up_to_date", worker: "working" },
    });
    await stop();
    expect(await workers()).toEqual([]);
    expect(await readReady()).toMatchObject({ ok: false, parts: { worker: "none" } });
  });

  it("is not aged by time that is skipped, and is silent once it is old", async () => {
    const id = randomUUID();
    const stop = await startHeartbeat(id);
    await skipTime(7200);
    expect(await readReady()).toMatchObject({ ok: true });
    await lookUp(sql`update worker_heartbeats set seen_at = now() - interval '1 minute' where worker_id = ${id}`);
    expect(await readReady()).toMatchObject({ ok: false, parts: { worker: "silent" } });
    await lookUp(sql`update worker_heartbeats set seen_at = now() - interval '2 days' where worker_id = ${id}`);
    await forgetSilentWorkers();
    expect(await workers()).toEqual([]);
    await stop();
  });

  it("does not make a database ready that lacks a migration", async () => {
    const stop = await startHeartbeat(randomUUID());
    const owner = postgres(process.env.DATABASE_OWNER_URL ?? "", { max: 1 });
    await owner`update drizzle.__drizzle_migrations set created_at = created_at - 1 where created_at = (
      select max(created_at) from drizzle.__drizzle_migrations)`;
    await owner.end();
    expect(await readReady()).toMatchObject({ ok: false, parts: { database: "working", migrations: "behind" } });
    await stop();
  });
});
