import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { messages } from "@/db/schema/leads";
import { closeDatabase, withWorkspace } from "@/db/tenant";
import { makeWorkspace, nextPhone } from "@/db/testing/factories";
import { skipTime } from "@/db/testing/skip-time";
import { phoneCall, post } from "@/lib/recovery/testing/webhooks";
import { metricsAccess } from "./access";
import { readMetrics } from "./read-metrics";

const TOKEN = "a-metrics-token-of-32-characters-or-more";
vi.hoisted(() => {
  process.env.METRICS_TOKEN = "a-metrics-token-of-32-characters-or-more";
});

afterAll(closeDatabase);
afterEach(() => vi.restoreAllMocks());

/** The samples of one scrape: `name{labels}` to value. */
async function scrape(): Promise<Map<string, number>> {
  const { text } = await readMetrics();
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.slice(line.lastIndexOf(" ")))]),
  );
}

describe("the token", () => {
  it.each([
    [`Bearer ${TOKEN}`, "granted"],
    [`bearer ${TOKEN}`, "granted"],
    [null, "refused"],
    ["", "refused"],
    [TOKEN, "refused"],
    ["Bearer ", "refused"],
    [`Bearer ${TOKEN}x`, "refused"],
    [`Bearer ${TOKEN.slice(1)}`, "refused"],
    [`Basic ${TOKEN}`, "refused"],
    [`Bearer ${"x".repeat(10_000)}`, "refused"],
  ])("%s is %s", (header, access) => {
    expect(metricsAccess(header)).toBe(access);
  });
});

describe("a scrape", () => {
  it("counts decisions, texts and webhooks, and repeats nothing it has counted", async () => {
    await scrape();
    const workspace = await makeWorkspace({ settings: { noticeOn: false } });
    const call = phoneCall(workspace.e164);
    expect((await post(call.incoming())).status).toBe(200);
    await withWorkspace(workspace.workspaceId, (tx) =>
      tx
        .update(messages)
        .set({ status: "accepted", firstRequestedAt: sql`app_now()`, acceptedAt: sql`app_now()`, dueAt: null }),
    );
    await skipTime(20);
    const seen = await scrape();
    expect(seen.get('ringback_decisions_total{reason="text"}')).toBe(1);
    expect(seen.get('ringback_texts_total{status="accepted"}')).toBe(1);
    expect(seen.get("ringback_miss_to_request_seconds_count")).toBe(1);
    expect(seen.get('ringback_webhook_seconds_count{kind="voice",status="200"}')).toBe(1);
    expect(seen.get("ringback_database_up")).toBe(1);
    expect(seen.get('ringback_database_wait_seconds_count{lane="webhooks"}')).toBeGreaterThan(0);
    await skipTime(20);
    expect((await scrape()).get('ringback_decisions_total{reason="text"}')).toBe(1);
  });

  it("tells how much waits, for how long, and that no worker runs", async () => {
    const workspace = await makeWorkspace({ settings: { noticeOn: false } });
    await post(phoneCall(workspace.e164).incoming());
    await skipTime(90);
    const seen = await scrape();
    expect(seen.get("ringback_outbox_waiting")).toBe(1);
    expect(seen.get("ringback_outbox_oldest_seconds")).toBeGreaterThan(80);
    expect(seen.get("ringback_workers")).toBe(0);
    expect(seen.get("ringback_worker_heartbeat_seconds")).toBe(-1);
  });

  it("makes up for ten minutes of a pause and not for more", async () => {
    await scrape();
    const workspace = await makeWorkspace({ settings: { noticeOn: false } });
    await post(phoneCall(workspace.e164).incoming());
    const before = (await scrape()).get('ringback_decisions_total{reason="text"}');
    await skipTime(3600);
    expect((await scrape()).get('ringback_decisions_total{reason="text"}')).toBe(before);
  });

  it("holds no number of anybody and no id", async () => {
    const from = nextPhone();
    const workspace = await makeWorkspace({ settings: { noticeOn: false } });
    await post(phoneCall(workspace.e164, { from }).incoming());
    await skipTime(20);
    const { text } = await readMetrics();
    expect(text).toContain("nodejs_eventloop_lag_seconds");
    for (const secret of [from, from.slice(2), workspace.e164, workspace.workspaceId, workspace.slug])
      expect(text).not.toContain(secret);
  });

  it("says that the database could not be read and still tells about the process", async () => {
    const written = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    const owner = postgres(process.env.DATABASE_OWNER_URL ?? "", { max: 1 });
    await owner`revoke select on worker_heartbeats from ringback_app`;
    await owner.end();
    const seen = await scrape();
    expect(seen.get("ringback_database_up")).toBe(0);
    expect(seen.has("process_cpu_seconds_total")).toBe(true);
    expect(String(written.mock.calls)).toContain("metrics.unread");
  });
});
