import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { REASONS, RECOVERY_STATES, STAGES } from "@/db/enums";
import { subscriptions } from "@/db/schema/billing";
import { numbers } from "@/db/schema/phone";
import { recoverySettings } from "@/db/schema/workspaces";
import { closeDatabase, lookUp, type Tx, withWorkspace } from "@/db/tenant";
import { listNeedsYou } from "@/lib/insights/needs-you";
import { closeQueue } from "@/lib/jobs/queue";
import { stubDemoEnvironment } from "@/lib/testing/demo-environment";
import type { Setting } from "./book";
import { tellFortnight } from "./fortnight";
import { momentsAround } from "./moments";
import { NUMBER } from "./people";
import { seedDemo } from "./seed-demo";

stubDemoEnvironment();

const seed = () => seedDemo({ ownerUrl: process.env.DATABASE_OWNER_URL ?? "", carrierUrl: null });
let workspaceId: string;
/** As the demo itself reads it. */
let written: Setting;

beforeAll(async () => {
  expect(await seed()).toBe(true);
  const [number] = await lookUp<{ workspace_id: string }>(sql`select workspace_id from number_by_e164(${NUMBER})`);
  if (!number) throw new Error("The demo has no number");
  workspaceId = number.workspace_id;
  written = await readWritten();
}, 60_000);
afterAll(async () => {
  await closeQueue();
  await closeDatabase();
});

const inside = <T>(work: (tx: Tx) => Promise<T>) => withWorkspace(workspaceId, work);
const rows = async <Row extends Record<string, unknown>>(query: ReturnType<typeof sql>): Promise<Row[]> =>
  inside(async (tx) => [...(await tx.execute(query))] as Row[]);
const column = async (query: ReturnType<typeof sql>) =>
  (await rows<{ value: unknown }>(query)).map(({ value }) => value);

async function readWritten(): Promise<Setting> {
  return inside(async (tx) => {
    const [settings] = await tx.select().from(recoverySettings);
    const [number] = await tx.select().from(numbers);
    const [subscription] = await tx.select().from(subscriptions);
    if (!settings || !number || !subscription) throw new Error("The demo is not complete");
    const users = { dana: randomUUID(), luis: randomUUID(), priya: randomUUID() };
    return { workspaceId, numberId: number.id, users, phones: {}, settings, number, subscription };
  });
}

describe("the demo", () => {
  it("shows every reason; an answered call needs no decision", async () => {
    const shown = await column(sql`select distinct reason as value from recoveries where reason is not null`);
    const answered = await column(sql`select 'answered' as value from calls where state = 'answered' limit 1`);
    expect([...shown, ...answered].toSorted()).toEqual([...REASONS].toSorted());
  });

  it("shows every state of a recovery and every stage of a lead", async () => {
    const states = await column(sql`select distinct state as value from recoveries`);
    const stages = await column(sql`select distinct stage as value from leads`);
    expect(states.toSorted()).toEqual([...RECOVERY_STATES].toSorted());
    expect(stages.toSorted()).toEqual([...STAGES].toSorted());
  });

  it("has a message for every text, one lead a caller, and nothing that is still to come", async () => {
    const [odd] = await rows(sql`select
      (select count(*)::int from recoveries r where state in ('texted', 'failed', 'unconfirmed', 'texting')
        and not exists (select 1 from messages m where m.id = r.message_id and m.recovery_id = r.id)) as unsent,
      (select count(*) - count(distinct caller_e164) from leads)::int as twins,
      (select count(*)::int from calls where started_at > app_now()) + (select count(*)::int from lead_events where at > app_now())
        + (select count(*)::int from messages where created_at > app_now()) as future,
      (select count(*)::int from leads l where l.call_count <>
        (select count(*) from lead_events e where e.lead_id = l.id and e.kind = 'call')) as miscounted`);
    expect(odd).toEqual({ unsent: 0, twins: 0, future: 0, miscounted: 0 });
  });

  it("is as large as a fortnight is", async () => {
    const [size] = await rows<Record<string, number>>(sql`select
      (select count(*)::int from calls) as calls, (select count(*)::int from leads) as leads,
      (select extract(epoch from app_now() - max(started_at)) / 60 from calls where state = 'missed')::int as "lastMissed"`);
    expect(size?.calls).toBeGreaterThanOrEqual(68);
    expect(size?.leads).toBeGreaterThanOrEqual(40);
    expect(size?.lastMissed).toBe(12);
  });

  it("counts usage as the texts went out", async () => {
    const [usage] = await rows<Record<string, number>>(sql`select
      (select count(*)::int from usage_callers) as callers,
      (select sum(amount)::int from usage_counters where counter = 'callers_month') as month,
      (select sum(amount)::int from usage_counters where counter = 'callers_hour') as hours,
      (select count(*)::int from messages where purpose = 'text_back' and author = 'automatic' and status <> 'failed') as texts`);
    expect(usage?.month).toBe(usage?.callers);
    expect(usage?.hours).toBe(usage?.texts);
    expect(usage?.callers).toBeLessThan(100);
  });

  it("has three people waiting, the longest first", async () => {
    const { people, now } = await listNeedsYou(workspaceId);
    const waiting = people.flatMap(({ state }) => ("since" in state ? [now.getTime() - state.since.getTime()] : []));
    expect(waiting.map((ms) => Math.floor(ms / 60_000))).toEqual([65, 38, 14]);
  });

  it("is left alone the second time", async () => {
    const count = () =>
      rows(sql`select (select count(*)::int from calls) as calls, (select count(*)::int from messages) as messages`);
    const before = await count();
    expect(await seed()).toBe(false);
    expect(await count()).toEqual(before);
  });
});

describe("the fortnight", () => {
  // Any hour of the day, both changes of the clocks, the turn of a year and a leap day.
  const moments = [
    "2026-01-01T08:05:00Z",
    "2026-03-09T04:50:00Z",
    "2026-07-14T18:30:00Z",
    "2026-11-02T14:59:00Z",
    "2028-02-29T23:00:00Z",
  ];

  it.each(moments)("told at %s ends before it, with every reason", async (moment) => {
    const now = new Date(moment);
    const { day } = momentsAround(now);
    const setting = { ...written, number: { ...written.number, forwardingProvedAt: day(5, "8:30") } };
    setting.subscription = { ...written.subscription, anchorAt: day(14, "9:00") };
    const told = tellFortnight(setting, now);
    expect(told).toEqual(tellFortnight(setting, now));
    expect(told.events.filter(({ at }) => at && at > now)).toEqual([]);
    const reasons = new Set(told.recoveries.map(({ reason }) => reason).filter(Boolean));
    expect([...reasons, "answered"].toSorted()).toEqual([...REASONS].toSorted());
  });
});
