import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Reason, RecoveryState } from "@/db/enums";
import { calls, recoveries } from "@/db/schema/calls";
import { leadEvents, leads, messages } from "@/db/schema/leads";
import { withWorkspace } from "@/db/tenant";
import { type MadeWorkspace, makeWorkspace, newSid, nextPhone } from "@/db/testing/factories";
import { busyHours } from "./busy-hours";
import { monthNumbers } from "./month-numbers";
import { listNeedsYou } from "./needs-you";
import { textHealth } from "./text-health";
import { readPulse } from "./workspace-pulse";

const june = { from: new Date("2026-06-01T07:00:00Z"), to: new Date("2026-07-01T07:00:00Z") };
const noon = new Date("2026-06-09T19:00:00Z");
const minutesLater = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);

type Wishes = { from?: string | null; at?: Date; state?: RecoveryState; reason?: Reason; leadId?: string };

async function addLead({ workspaceId }: MadeWorkspace, lead: Partial<typeof leads.$inferInsert> = {}): Promise<string> {
  const id = randomUUID();
  const callerE164 = lead.callerE164 ?? nextPhone();
  await withWorkspace(workspaceId, (tx) =>
    tx.insert(leads).values({ source: "missed_call", ...lead, workspaceId, id, callerE164 }),
  );
  return id;
}

async function addMiss({ workspaceId, numberId }: MadeWorkspace, wishes: Wishes = {}): Promise<void> {
  const { from = nextPhone(), at = noon, state = "texted", reason, leadId } = wishes;
  const callId = randomUUID();
  await withWorkspace(workspaceId, async (tx) => {
    const callerKind = from ? ("phone" as const) : ("withheld" as const);
    const call = { workspaceId, id: callId, numberId, providerSid: newSid("CA"), callerE164: from, callerKind };
    await tx.insert(calls).values({ ...call, state: "missed", route: "miss", startedAt: at, endedAt: at });
    await tx.insert(recoveries).values({
      workspaceId,
      callId,
      callStartedAt: at,
      callerE164: from,
      leadId: leadId ?? null,
      state,
      reason: reason ?? null,
      trace: [],
      facts: { heldUntil: null, call: { endedAt: at.toISOString() } },
      textedAt: state === "texted" ? new Date(at.getTime() + 6000) : null,
    });
  });
}

async function addText({ workspaceId, numberId }: MadeWorkspace, leadId: string, at: Date): Promise<void> {
  await withWorkspace(workspaceId, (tx) =>
    tx.insert(messages).values({
      ...{ workspaceId, leadId, numberId, purpose: "inbound", author: "caller", status: "received" },
      ...{ fromE164: "+15035550188", toE164: "+15035550142", body: "How soon?", createdAt: at },
    }),
  );
}

function addEvent(workspace: MadeWorkspace, event: Omit<typeof leadEvents.$inferInsert, "workspaceId">) {
  const { workspaceId } = workspace;
  return withWorkspace(workspaceId, (tx) => tx.insert(leadEvents).values({ workspaceId, ...event }));
}

describe("the month's numbers", () => {
  it("count callers, not calls, and each withheld call as a caller", async () => {
    const workspace = await makeWorkspace();
    const from = nextPhone();
    await addMiss(workspace, { from });
    await addMiss(workspace, { from, at: minutesLater(15), state: "skipped", reason: "within_cool_down" });
    await addMiss(workspace, { from: null, state: "skipped", reason: "caller_id_withheld" });
    await addMiss(workspace, { from: null, state: "skipped", reason: "caller_id_withheld" });
    expect(await monthNumbers(workspace.workspaceId, june)).toMatchObject({
      missed: 3,
      texted: 1,
      notTexted: [{ why: "caller_id_withheld", callers: 2 }],
    });
  });

  it("leave out other months, own and blocked numbers, repeats of a call, and what voicemail took", async () => {
    const workspace = await makeWorkspace();
    await addMiss(workspace, { at: new Date("2026-06-01T06:59:59Z") });
    await addMiss(workspace, { at: june.to });
    for (const reason of ["own_number", "blocked", "already_processed", "answered_by_voicemail"] as const) {
      await addMiss(workspace, { state: "skipped", reason });
    }
    expect((await monthNumbers(workspace.workspaceId, june)).missed).toBe(0);
  });

  it("count a reply only after the text, and no opt-out as one", async () => {
    const workspace = await makeWorkspace();
    const [early, late, stop] = [await addLead(workspace), await addLead(workspace), await addLead(workspace)];
    for (const leadId of [early, late, stop]) await addMiss(workspace, { leadId });
    await addText(workspace, early, minutesLater(-30));
    await addText(workspace, late, minutesLater(3));
    await addText(workspace, stop, minutesLater(3));
    await addEvent(workspace, { leadId: stop, kind: "opted_out", at: new Date(minutesLater(3).getTime() + 1) });
    expect(await monthNumbers(workspace.workspaceId, june)).toMatchObject({ texted: 3, replied: 1 });
  });

  it("add up each caller's latest booking, and keep it when the lead comes back to New", async () => {
    const workspace = await makeWorkspace();
    const leadId = await addLead(workspace, { stage: "new" });
    const without = await addLead(workspace);
    const moved = { kind: "stage_moved", fromStage: "talking", toStage: "booked" } as const;
    await addMiss(workspace, { leadId });
    await addMiss(workspace, { leadId: without });
    await addEvent(workspace, { ...moved, leadId, at: minutesLater(-60), amountCents: 99_900 });
    await addEvent(workspace, { ...moved, leadId, at: minutesLater(30), amountCents: 10_000 });
    await addEvent(workspace, { ...moved, leadId, at: minutesLater(40), amountCents: 54_000 });
    await addEvent(workspace, { ...moved, leadId, at: minutesLater(90), fromStage: "booked", toStage: "new" });
    await addEvent(workspace, { ...moved, leadId: without, at: minutesLater(30) });
    const numbers = await monthNumbers(workspace.workspaceId, june);
    expect(numbers).toMatchObject({ booked: 2, bookedCents: 54_000, bookedWithAmount: 1 });
  });

  it("never count another workspace's rows", async () => {
    const [ours, theirs] = [await makeWorkspace(), await makeWorkspace()];
    await addMiss(theirs, { leadId: await addLead(theirs, { waitingSince: noon, lastTextAuthor: "caller" }) });
    const { workspaceId } = ours;
    expect((await monthNumbers(workspaceId, june)).missed).toBe(0);
    expect((await busyHours(workspaceId, june, "UTC")).flat().every((count) => count === 0)).toBe(true);
    expect(await textHealth(workspaceId, june)).toEqual({ reported: 0, arrived: 0, typicalSeconds: null });
    expect(await listNeedsYou(workspaceId)).toMatchObject({ people: [], count: 0 });
    expect(await readPulse(workspaceId)).toMatchObject({ waiting: 0, everTexted: false, line: { lastMissedAt: null } });
  });
});

it("puts missed calls on the workspace's own weekday and hour", async () => {
  const workspace = await makeWorkspace();
  // Wednesday, 1:30 AM in London is Tuesday, 5:30 PM in Los Angeles.
  await addMiss(workspace, { at: new Date("2026-06-10T00:30:00Z") });
  const table = await busyHours(workspace.workspaceId, june, "America/Los_Angeles");
  expect(table[1]?.[17]).toBe(1);
});

it("takes the median of how soon texts went out", async () => {
  const workspace = await makeWorkspace();
  for (let n = 0; n < 3; n++) await addMiss(workspace);
  expect((await textHealth(workspace.workspaceId, june)).typicalSeconds).toBe(6);
});

it("lists the longest waiting first, then who is on a landline, and nobody who is done with", async () => {
  const workspace = await makeWorkspace();
  const now = new Date();
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const short = await addLead(workspace, { waitingSince: ago(5), lastText: "Hi", lastTextAuthor: "caller" });
  const long = await addLead(workspace, { waitingSince: ago(50), lastText: "Hello?", lastTextAuthor: "caller" });
  await addLead(workspace, { waitingSince: ago(90), conversation: "done" });
  const landline = await addLead(workspace);
  await addMiss(workspace, { leadId: landline, at: ago(20), state: "skipped", reason: "landline" });
  const { people, count } = await listNeedsYou(workspace.workspaceId);
  expect(people.map(({ leadId }) => leadId)).toEqual([long, short, landline]);
  expect(people[0]).toMatchObject({ words: { quote: "Hello?" }, state: { is: "waiting" } });
  expect(people[2]).toMatchObject({ state: { is: "cannot_text" } });
  expect(count).toBe(3);
  expect((await readPulse(workspace.workspaceId)).waiting).toBe(2);
});

it("counts everybody who needs somebody, once, and lists the first six", async () => {
  const workspace = await makeWorkspace();
  const waitingSince = new Date();
  for (let n = 0; n < 5; n++) await addLead(workspace, { waitingSince, needsAttention: "Look" });
  await addLead(workspace, { needsAttention: "Look" });
  const deliveryProblem = "This is a landline";
  const landline = await addLead(workspace, { deliveryProblem });
  await addMiss(workspace, { leadId: landline, at: waitingSince, state: "skipped", reason: "landline" });
  await addLead(workspace, { deliveryProblem: "The carrier blocked it" });
  const { people, count } = await listNeedsYou(workspace.workspaceId);
  expect(people.map(({ state }) => state.is)).toEqual([...Array(5).fill("waiting"), "attention"]);
  expect(count).toBe(8);
});

it("offers a call to who is on a landline, not another text", async () => {
  const workspace = await makeWorkspace();
  const leadId = await addLead(workspace, { deliveryProblem: "This is a landline" });
  await addMiss(workspace, { leadId, at: new Date(), state: "skipped", reason: "landline" });
  const { people } = await listNeedsYou(workspace.workspaceId);
  expect(people).toMatchObject([{ leadId, state: { is: "cannot_text" } }]);
});
