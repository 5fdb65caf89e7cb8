import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { callerSlots } from "@/db/schema/calls";
import { leads } from "@/db/schema/leads";
import { asSystem, withWorkspace } from "@/db/tenant";
import { type MadeWorkspace, makeWorkspace } from "@/db/testing/factories";
import { readBoard } from "./board-queries";
import { READ_IN_ORDER } from "./lead-filter";
import { listLeads } from "./list-leads";

const OLD = { callerE164: "+15035550188", name: "Ottoline Zq", need: "Grandfather clock", valueCents: 7_000 };

let ours: MadeWorkspace;
let theirs: MadeWorkspace;

/** One lead of long ago, and behind it more newer ones than a search reads in their order. */
async function fill({ workspaceId }: MadeWorkspace): Promise<void> {
  const at = new Date("2020-01-02T12:00:00Z");
  await withWorkspace(workspaceId, async (tx) => {
    await tx.insert(callerSlots).values({ workspaceId, callerE164: OLD.callerE164 });
    await tx.insert(leads).values({ workspaceId, ...OLD, source: "manual", createdAt: at, lastActivityAt: at });
    await tx.execute(sql`
      insert into leads (workspace_id, caller_e164, name, source, value_cents, last_activity_at)
      select ${workspaceId}, '+1971' || 7777000 + n, 'Common', 'manual', 100, app_now() - make_interval(secs => n)
      from generate_series(1, ${READ_IN_ORDER + 100}) n`);
  });
}

beforeAll(async () => {
  ours = await makeWorkspace();
  theirs = await makeWorkspace();
  await fill(ours);
});

describe("an old lead behind thousands of newer ones", () => {
  it.each(["ottoline", "father cl", "0188", "(503) 555-0188", "zq"])("is found by %s", async (search) => {
    const page = await listLeads(ours.workspaceId, { filter: { search } });
    expect(page.cards.map(({ name }) => name)).toEqual([OLD.name]);
    const board = await readBoard(ours.workspaceId, { search });
    expect(board.columns[0]).toMatchObject({ stage: "new", count: 1, more: false, valueCents: OLD.valueCents });
    expect(board.columns[0]?.cards.map(({ name }) => name)).toEqual([OLD.name]);
  });

  it("is not found under another stage, nor by what it has not", async () => {
    expect((await listLeads(ours.workspaceId, { filter: { search: "ottoline", stage: "lost" } })).cards).toEqual([]);
    expect((await listLeads(ours.workspaceId, { filter: { search: "ottolina" } })).cards).toEqual([]);
  });
});

it("pages through what a search finds once each", async () => {
  const seen: string[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < 3; pages++) {
    const page = await listLeads(ours.workspaceId, { filter: { search: "common" }, ...(cursor ? { cursor } : {}) });
    seen.push(...page.cards.map(({ id }) => id));
    cursor = page.next ?? undefined;
  }
  expect(new Set(seen).size).toBe(150);
});

it("counts no further than it has to, and adds up all there is", async () => {
  const board = await readBoard(ours.workspaceId);
  const worth = (READ_IN_ORDER + 100) * 100 + OLD.valueCents;
  expect(board.columns[0]).toMatchObject({ count: 999, more: true, valueCents: worth });
  expect(board.open).toEqual({ count: 999, more: true, valueCents: worth });
  const common = await readBoard(ours.workspaceId, { search: "common" });
  expect(common.columns[0]).toMatchObject({ more: true, valueCents: null });
  expect(common.columns[0]?.cards).toHaveLength(20);
});

describe("another workspace", () => {
  it.each(["ottoline", "0188", "zq", "common"])("finds none of our leads by %s", async (search) => {
    expect((await listLeads(theirs.workspaceId, { filter: { search } })).cards).toEqual([]);
    expect((await readBoard(theirs.workspaceId, { search })).columns.map(({ count }) => count)).toEqual([
      0, 0, 0, 0, 0,
    ]);
  });

  it("is found nothing by the function that looks past row-level security, nor is nobody", async () => {
    const found = sql`select callers_found('%o%', '%o%', '%503%') as caller`;
    expect(await withWorkspace(theirs.workspaceId, (tx) => tx.execute(found))).toHaveLength(0);
    expect(await asSystem((tx) => tx.execute(found))).toHaveLength(0);
    expect((await withWorkspace(ours.workspaceId, (tx) => tx.execute(found))).length).toBeGreaterThan(0);
  });
});
