import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { CallState, Reason, RecoveryState } from "@/db/enums";
import { calls, recoveries } from "@/db/schema/calls";
import { leads } from "@/db/schema/leads";
import { withWorkspace } from "@/db/tenant";
import { type MadeWorkspace, makeWorkspace, newSid, nextPhone } from "@/db/testing/factories";
import { countCalls, listCalls } from "./queries";
import { findCall } from "./queries-call";

const timeZone = "America/Los_Angeles";
const month = { from: new Date("2026-06-01T07:00:00Z"), to: new Date("2026-07-01T07:00:00Z") };
const noon = new Date("2026-06-09T19:00:00Z");

type Wishes = {
  at?: Date;
  from?: string | null;
  state?: CallState;
  recovery?: { state: RecoveryState; reason?: Reason };
};

async function addCall({ workspaceId, numberId }: MadeWorkspace, wishes: Wishes = {}): Promise<string> {
  const { at = noon, from = nextPhone(), state = "missed", recovery } = wishes;
  const id = randomUUID();
  await withWorkspace(workspaceId, async (tx) => {
    await tx.insert(calls).values({
      workspaceId,
      id,
      numberId,
      providerSid: newSid("CA"),
      callerE164: from,
      callerKind: from ? "phone" : "withheld",
      state,
      route: "miss",
      startedAt: at,
      endedAt: at,
    });
    if (!recovery) return;
    const facts = {};
    await tx
      .insert(recoveries)
      .values({ workspaceId, callId: id, callStartedAt: at, callerE164: from, trace: [], facts, ...recovery });
  });
  return id;
}

const all = { view: "all", month } as const;

it("pages without gaps or repeats through calls of the same moment", async () => {
  const workspace = await makeWorkspace();
  const added = new Set<string>();
  for (let n = 0; n < 7; n++) added.add(await addCall(workspace));
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listCalls({ workspaceId: workspace.workspaceId, timeZone, filter: all, cursor, size: 2 });
    seen.push(...page.rows.map(({ id }) => id));
    cursor = page.next ?? undefined;
  } while (cursor);
  expect(seen).toHaveLength(7);
  expect(new Set(seen)).toEqual(added);
});

it("sorts every call under the tab that says what became of it, and counts the same", async () => {
  const workspace = await makeWorkspace();
  const { workspaceId } = workspace;
  const texted = await addCall(workspace, { recovery: { state: "texted" } });
  const skipped = await addCall(workspace, { recovery: { state: "skipped", reason: "landline" } });
  const held = await addCall(workspace, { recovery: { state: "held", reason: "outside_texting_hours" } });
  const answered = await addCall(workspace, { state: "answered" });
  await addCall(workspace, { at: new Date("2026-05-31T12:00:00Z"), recovery: { state: "texted" } });
  const ids = async (view: "texted" | "not_texted" | "answered") =>
    (await listCalls({ workspaceId, timeZone, filter: { view, month } })).rows.map(({ id }) => id).toSorted();
  expect(await ids("texted")).toEqual([texted]);
  expect(await ids("not_texted")).toEqual([skipped, held].toSorted());
  expect(await ids("answered")).toEqual([answered]);
  expect(await countCalls(workspaceId, month)).toEqual({ all: 4, texted: 1, not_texted: 2, answered: 1 });
});

it("finds the calls of one reason", async () => {
  const workspace = await makeWorkspace();
  const { workspaceId } = workspace;
  const landline = await addCall(workspace, { recovery: { state: "skipped", reason: "landline" } });
  await addCall(workspace, { recovery: { state: "skipped", reason: "opted_out" } });
  const page = await listCalls({ workspaceId, timeZone, filter: { view: "not_texted", reason: "landline", month } });
  expect(page.rows.map(({ id }) => id)).toEqual([landline]);
});

describe("search", () => {
  it.each(["karen", "0188", "(503) 555-0188", "%"])("%s finds what it should, in any month", async (search) => {
    const workspace = await makeWorkspace();
    const { workspaceId } = workspace;
    const callerE164 = "+15035550188";
    await withWorkspace(workspaceId, (tx) =>
      tx.insert(leads).values({ workspaceId, callerE164, name: "Karen Boyd", source: "missed_call" }),
    );
    const call = await addCall(workspace, { from: callerE164, at: new Date("2026-01-02T12:00:00Z") });
    await addCall(workspace, { from: "+15035559999" });
    const page = await listCalls({ workspaceId, timeZone, filter: { ...all, search } });
    expect(page.rows.map(({ id }) => id)).toEqual(search === "%" ? [] : [call]);
  });
});

it("counts a caller's calls of the workspace's own day", async () => {
  const workspace = await makeWorkspace();
  const { workspaceId } = workspace;
  const from = nextPhone();
  // 11 PM and half past midnight in Los Angeles are the same day in London.
  await addCall(workspace, { from, at: new Date("2026-06-09T06:00:00Z") });
  await addCall(workspace, { from, at: new Date("2026-06-09T07:30:00Z") });
  await addCall(workspace, { from, at: new Date("2026-06-09T08:00:00Z") });
  const { rows } = await listCalls({ workspaceId, timeZone, filter: all });
  expect(rows.map(({ callOfDay, calledBefore }) => [callOfDay, calledBefore])).toEqual([
    [2, true],
    [1, true],
    [1, false],
  ]);
});

it("reads a call with its trace, and its webhooks without what was in them", async () => {
  const workspace = await makeWorkspace();
  const callId = await addCall(workspace, { recovery: { state: "skipped", reason: "landline" } });
  const call = await findCall({ workspaceId: workspace.workspaceId, callId, timeZone });
  expect(call).toMatchObject({ id: callId, told: { reason: "landline", state: "skipped" }, trace: [] });
  expect(call?.support.webhooks).toEqual([]);
});

describe("another workspace", () => {
  it("finds nothing under a foreign call's id, nor under what is no id", async () => {
    const [ours, theirs] = [await makeWorkspace(), await makeWorkspace()];
    const callId = await addCall(theirs, { recovery: { state: "texted" } });
    expect(await findCall({ workspaceId: ours.workspaceId, callId, timeZone })).toBeNull();
    expect(await findCall({ workspaceId: ours.workspaceId, callId: "../calls", timeZone })).toBeNull();
  });

  it("has its calls in no list and no count of ours", async () => {
    const [ours, theirs] = [await makeWorkspace(), await makeWorkspace()];
    await addCall(theirs, { from: "+15035550177", recovery: { state: "texted" } });
    const { workspaceId } = ours;
    expect((await listCalls({ workspaceId, timeZone, filter: all })).rows).toEqual([]);
    expect((await listCalls({ workspaceId, timeZone, filter: { ...all, search: "0177" } })).rows).toEqual([]);
    expect(await countCalls(workspaceId, month)).toEqual({ all: 0, texted: 0, not_texted: 0, answered: 0 });
  });
});
