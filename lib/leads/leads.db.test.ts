import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { leadEvents, leads } from "@/db/schema/leads";
import { withWorkspace } from "@/db/tenant";
import { type MadeWorkspace, makeWorkspace, nextPhone } from "@/db/testing/factories";
import { appNow } from "@/lib/clock";
import { addNote } from "./add-note";
import { readBoard } from "./board-queries";
import { lockSlot } from "./caller-slot";
import { createLead } from "./create-lead";
import { clearAttention, editLead } from "./edit-lead";
import { getLead } from "./get-lead";
import { listLeads } from "./list-leads";
import { moveLead, undoMove } from "./move-lead";
import { readTimeline } from "./timeline-queries";
import { upsertLead } from "./upsert-lead";

const nothing = { name: null, need: null, address: null, valueCents: null };

async function newLead({ workspaceId, ownerId }: MadeWorkspace, phone = nextPhone(), facts = {}): Promise<string> {
  const created = await createLead({ workspaceId, userId: ownerId, phone, facts: { ...nothing, ...facts } });
  if (!created.ok) throw new Error(created.words);
  return created.leadId;
}

function call({ workspaceId }: MadeWorkspace, callerE164: string, { id, missed }: { id: string; missed: boolean }) {
  return withWorkspace(workspaceId, async (tx) => {
    await lockSlot(tx, workspaceId, callerE164);
    const now = await appNow(tx);
    return upsertLead({ tx, workspaceId, callerE164, source: "missed_call", call: { id, at: now, missed }, now });
  });
}

function events(workspaceId: string, leadId: string) {
  return withWorkspace(workspaceId, (tx) =>
    tx.select().from(leadEvents).where(eq(leadEvents.leadId, leadId)).orderBy(leadEvents.at),
  );
}

test("five calls of one caller are one lead with five entries, and a repeat of one adds nothing", async () => {
  const workspace = await makeWorkspace();
  const caller = nextPhone();
  const ids = Array.from({ length: 5 }, () => crypto.randomUUID());
  const made = await Promise.all([...ids, ...ids].map((id) => call(workspace, caller, { id, missed: true })));
  expect(new Set(made).size).toBe(1);
  const lead = await getLead(workspace.workspaceId, made[0] ?? "");
  expect(lead).toMatchObject({ callCount: 5, stage: "new", source: "missed_call" });
  expect(await events(workspace.workspaceId, lead.id)).toHaveLength(5);
});

test("a missed call brings a booked caller back, and the booking keeps its money in the timeline", async () => {
  const workspace = await makeWorkspace();
  const { workspaceId, ownerId: userId } = workspace;
  const caller = nextPhone();
  const leadId = await newLead(workspace, caller);
  await moveLead({ workspaceId, userId, leadId, to: "booked", amountCents: 31_000 });
  await call(workspace, caller, { id: crypto.randomUUID(), missed: false });
  expect((await getLead(workspaceId, leadId)).stage).toBe("booked");
  await call(workspace, caller, { id: crypto.randomUUID(), missed: true });
  expect(await getLead(workspaceId, leadId)).toMatchObject({ stage: "new", callCount: 2, valueCents: 31_000 });
  const moves = (await events(workspaceId, leadId)).filter(({ kind }) => kind === "stage_moved");
  expect(moves.map(({ toStage, amountCents }) => [toStage, amountCents])).toEqual([
    ["booked", 31_000],
    ["new", null],
  ]);
});

test("a move is undone without a trace, but not once the lead has moved on", async () => {
  const workspace = await makeWorkspace();
  const { workspaceId, ownerId: userId } = workspace;
  const leadId = await newLead(workspace, nextPhone(), { valueCents: 5000 });
  const bookedFor = new Date("2026-06-15T15:00:00Z");
  const moved = await moveLead({ workspaceId, userId, leadId, to: "booked", amountCents: 9900, bookedFor });
  if (!moved) throw new Error("The lead did not move");
  expect(await moveLead({ workspaceId, userId, leadId, to: "booked" })).toBeNull();
  expect(await undoMove({ workspaceId, leadId, ...moved })).toBe(true);
  expect(await getLead(workspaceId, leadId)).toMatchObject({ stage: "new", valueCents: 5000, bookedFor: null });
  expect((await events(workspaceId, leadId)).map(({ kind }) => kind)).toEqual(["created"]);
  const again = await moveLead({ workspaceId, userId, leadId, to: "quoted" });
  await moveLead({ workspaceId, userId, leadId, to: "lost", lostReason: "Too dear" });
  expect(again && (await undoMove({ workspaceId, leadId, ...again }))).toBe(false);
  expect(await getLead(workspaceId, leadId)).toMatchObject({ stage: "lost", lostReason: "Too dear" });
});

test("what a booking is worth may be entered later", async () => {
  const workspace = await makeWorkspace();
  const { workspaceId, ownerId: userId } = workspace;
  const leadId = await newLead(workspace);
  await moveLead({ workspaceId, userId, leadId, to: "booked" });
  await editLead({ workspaceId, userId, leadId, facts: { name: "Bill Tran", valueCents: 42_000 } });
  const all = await events(workspaceId, leadId);
  expect(all.find(({ toStage }) => toStage === "booked")?.amountCents).toBe(42_000);
  expect(all.find(({ kind }) => kind === "renamed")).toMatchObject({ note: "Bill Tran", actorUserId: userId });
});

test("a lead made by hand for a known caller is the one they have", async () => {
  const workspace = await makeWorkspace();
  const { workspaceId, ownerId: userId } = workspace;
  const caller = nextPhone();
  const leadId = await newLead(workspace, caller, { name: "Karen Boyd" });
  const again = await createLead({ workspaceId, userId, phone: caller, facts: { ...nothing, name: "Somebody" } });
  expect(again).toEqual({ ok: true, leadId, isNew: false });
  expect((await getLead(workspaceId, leadId)).name).toBe("Karen Boyd");
  expect((await createLead({ workspaceId, userId, phone: "12", facts: nothing })).ok).toBe(false);
  expect((await createLead({ workspaceId, userId, phone: workspace.e164, facts: nothing })).ok).toBe(false);
});

test("the board counts and sums all, and the list pages through them once each", async () => {
  const workspace = await makeWorkspace();
  const { workspaceId, ownerId: userId } = workspace;
  const names = Array.from({ length: 23 }, (_, index) => `Caller ${index}`);
  for (const name of names) await newLead(workspace, nextPhone(), { name, valueCents: 1000 });
  const first = (await listLeads(workspaceId, { filter: {}, size: 10 })).cards[0];
  await moveLead({ workspaceId, userId, leadId: first?.id ?? "", to: "lost" });
  await withWorkspace(workspaceId, (tx) =>
    tx.update(leads).set({ waitingSince: new Date() }).where(eq(leads.name, "Caller 7")),
  );
  const board = await readBoard(workspaceId);
  expect(board).toMatchObject({ all: 23, open: { count: 22, valueCents: 22_000 }, needsYou: 1, unmatched: 0 });
  expect(board.columns[0]).toMatchObject({ stage: "new", count: 22, valueCents: 22_000 });
  expect(board.columns[0]?.cards).toHaveLength(20);
  expect((await readBoard(workspaceId, { search: "caller 7" })).columns[0]?.cards[0]?.turn.turn).toBe("waiting");
  expect((await readBoard(workspaceId, { search: "100%" })).columns.every(({ count }) => count === 0)).toBe(true);

  const seen: (string | null)[] = [];
  let cursor: string | undefined;
  do {
    const page = await listLeads(workspaceId, { filter: {}, size: 10, ...(cursor ? { cursor } : {}) });
    seen.push(...page.cards.map(({ name }) => name));
    cursor = page.next ?? undefined;
  } while (cursor);
  expect(seen).toHaveLength(23);
  expect(new Set(seen)).toEqual(new Set(names));
  const digits = first?.callerE164.slice(-4) ?? "";
  expect((await listLeads(workspaceId, { filter: { search: digits } })).cards[0]?.id).toBe(first?.id);
  expect((await listLeads(workspaceId, { filter: { needsYou: true } })).cards).toHaveLength(1);
});

test("the timeline pages back to the beginning and shows each entry once", async () => {
  const workspace = await makeWorkspace();
  const { workspaceId, ownerId: userId } = workspace;
  const leadId = await newLead(workspace);
  const noteId = crypto.randomUUID();
  for (let n = 0; n < 60; n += 1) await addNote({ workspaceId, userId, leadId, note: `Note ${n}` });
  await addNote({ workspaceId, userId, leadId, note: "Once", noteId });
  await addNote({ workspaceId, userId, leadId, note: "Once", noteId });
  const latest = await readTimeline({ workspaceId, leadId });
  const earlier = await readTimeline({ workspaceId, leadId, before: latest.earlier ?? "" });
  expect([latest.events.length, earlier.events.length, earlier.earlier]).toEqual([50, 12, null]);
  expect(latest.events.at(-1)).toMatchObject({ note: "Once", actor: "Dana Whitfield", call: null, message: null });
  expect(earlier.events[0]?.kind).toBe("created");
});

test("another workspace's lead is not there, for any verb or read", async () => {
  const leadId = await newLead(await makeWorkspace());
  const { workspaceId, ownerId: userId } = await makeWorkspace();
  for (const id of [leadId, crypto.randomUUID(), "not-an-id"]) {
    const by = { workspaceId, userId, leadId: id };
    for (const attempt of [
      () => moveLead({ ...by, to: "booked" }),
      () => undoMove({ ...by, eventId: id, before: { valueCents: null, bookedFor: null, lostReason: null } }),
      () => addNote({ ...by, note: "Hi" }),
      () => editLead({ ...by, facts: { name: "Mine" } }),
      () => clearAttention(by),
      () => readTimeline(by),
      () => getLead(workspaceId, id),
    ]) {
      await expect(attempt()).rejects.toThrow("not found");
    }
  }
  expect((await listLeads(workspaceId, { filter: {} })).cards).toEqual([]);
});
