import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { leadEvents, leads, messages } from "@/db/schema/leads";
import { numbers } from "@/db/schema/phone";
import { workspaces } from "@/db/schema/workspaces";
import { withWorkspace } from "@/db/tenant";
import { addMember, type MadeWorkspace, makeWorkspace, newSid, nextPhone } from "@/db/testing/factories";
import { blockCaller, unblockCaller } from "@/lib/leads/block-caller";
import { isOptedOut, optOutCaller } from "./opt-out-caller";
import { receiveMessage } from "./receive-message";
import { replyToLead } from "./reply-to-lead";
import { undoReply } from "./undo-reply";

async function arrange(body = "Can you come today?") {
  const workspace = await makeWorkspace();
  const caller = nextPhone();
  const userId = await addMember(workspace.workspaceId);
  const leadId = await text(workspace, caller, body);
  return { ...workspace, workspace, caller, userId, leadId };
}

async function text(workspace: MadeWorkspace, from: string, body: string): Promise<string> {
  const sid = newSid("SM");
  const received = await receiveMessage({ sid, from, to: workspace.e164, body, media: [], optOutType: null });
  if (received.outcome !== "received" || !received.leadId) throw new Error("The text made no lead");
  return received.leadId;
}

function read(workspaceId: string, leadId: string) {
  return withWorkspace(workspaceId, async (tx) => ({
    lead: (await tx.select().from(leads).where(eq(leads.id, leadId)))[0],
    sent: await tx.select().from(messages).where(eq(messages.author, "member")),
    events: await tx.select().from(leadEvents).where(eq(leadEvents.leadId, leadId)),
  }));
}

test("a reply waits five seconds in the outbox and ends the caller's wait", async () => {
  const { workspaceId, userId, leadId, caller, e164 } = await arrange();
  const replied = await replyToLead({ workspaceId, userId, leadId, body: "  We’ll be there – at 5 " });
  expect(replied.ok).toBe(true);
  const { lead, sent } = await read(workspaceId, leadId);
  expect(sent).toHaveLength(1);
  const [message] = sent;
  expect(message).toMatchObject({
    ...{ status: "queued", purpose: "reply", authorUserId: userId, fromE164: e164, toE164: caller },
    body: "We'll be there - at 5",
  });
  expect(message?.dueAt?.getTime()).toBe((message?.createdAt.getTime() ?? 0) + 5000);
  expect(lead).toMatchObject({ waitingSince: null, conversation: "open", lastTextAuthor: "member" });
});

test("the same form sent twice is one text", async () => {
  const { workspaceId, userId, leadId } = await arrange();
  const reply = { workspaceId, userId, leadId, body: "On my way", formId: crypto.randomUUID() };
  const answers = await Promise.all([replyToLead(reply), replyToLead(reply), replyToLead(reply)]);
  const [first] = answers;
  expect(first).toMatchObject({ ok: true });
  expect(answers).toEqual(Array(3).fill(first));
  expect((await read(workspaceId, leadId)).sent).toHaveLength(1);
});

test("a form that carries the id of another workspace's text is like any other", async () => {
  const [theirs, ours] = [await arrange(), await arrange()];
  const first = await replyToLead({ ...theirs, body: "Theirs" });
  const formId = first.ok ? first.messageId : "";
  expect(await replyToLead({ ...ours, body: "Ours", formId })).toMatchObject({ ok: true });
  expect((await read(ours.workspaceId, ours.leadId)).sent).toHaveLength(1);
  expect((await read(theirs.workspaceId, theirs.leadId)).sent).toHaveLength(1);
});

test("Undo leaves everything as if the reply had never been written", async () => {
  const { workspaceId, userId, leadId } = await arrange();
  const before = await read(workspaceId, leadId);
  const replied = await replyToLead({ workspaceId, userId, leadId, body: "Wrong window" });
  if (!replied.ok) throw new Error(replied.words);
  const undo = { workspaceId, messageId: replied.messageId };
  expect(await undoReply(undo)).toBe(true);
  const after = await read(workspaceId, leadId);
  expect({ ...after, lead: { ...after.lead, lastActivityAt: null } }).toEqual({
    ...before,
    lead: { ...before.lead, lastActivityAt: null },
  });
  await expect(undoReply(undo)).rejects.toThrow("not found");
});

test("a text that a worker has claimed cannot be taken back", async () => {
  const { workspaceId, userId, leadId } = await arrange();
  const replied = await replyToLead({ workspaceId, userId, leadId, body: "On my way" });
  if (!replied.ok) throw new Error(replied.words);
  const { messageId } = replied;
  await withWorkspace(workspaceId, (tx) =>
    tx.update(messages).set({ status: "sending" }).where(eq(messages.id, messageId)),
  );
  expect(await undoReply({ workspaceId, messageId })).toBe(false);
  expect((await read(workspaceId, leadId)).sent).toHaveLength(1);
});

test("nobody who opted out is texted, whoever opted them out", async () => {
  const { workspaceId, userId, leadId, workspace, caller } = await arrange();
  const reply = { workspaceId, userId, leadId, body: "Hello" };
  await optOutCaller({ workspaceId, userId, leadId });
  await optOutCaller({ workspaceId, userId, leadId });
  expect(await replyToLead(reply)).toMatchObject({ ok: false, refusal: "opted_out" });
  expect((await read(workspaceId, leadId)).events.filter(({ kind }) => kind === "opted_out")).toHaveLength(1);
  await text(workspace, caller, "START");
  expect(await replyToLead(reply)).toMatchObject({ ok: true });
});

test("a STOP and a reply at the same instant leave no text that could still go", async () => {
  const { workspaceId, userId, leadId, workspace, caller } = await arrange();
  await Promise.all([
    replyToLead({ workspaceId, userId, leadId, body: "Hello" }),
    text(workspace, caller, "STOP"),
    replyToLead({ workspaceId, userId, leadId, body: "Are you there?" }),
  ]);
  const { sent } = await read(workspaceId, leadId);
  expect(sent.filter(({ status }) => status !== "failed")).toEqual([]);
});

test("an empty text, one too long, and one to a blocked number are refused by name", async () => {
  const { workspaceId, userId, leadId } = await arrange();
  const reply = { workspaceId, userId, leadId };
  expect(await replyToLead({ ...reply, body: " \n " })).toMatchObject({ ok: false, refusal: "empty" });
  expect(await replyToLead({ ...reply, body: "a".repeat(1601) })).toMatchObject({ ok: false, refusal: "too_long" });
  await blockCaller(reply);
  expect(await replyToLead({ ...reply, body: "Hello" })).toMatchObject({ ok: false, refusal: "blocked" });
  await unblockCaller(reply);
  await withWorkspace(workspaceId, (tx) =>
    tx.update(numbers).set({ state: "released" }).where(eq(numbers.workspaceId, workspaceId)),
  );
  expect(await replyToLead({ ...reply, body: "Hello" })).toMatchObject({ ok: false, refusal: "setup_incomplete" });
  await withWorkspace(workspaceId, (tx) => tx.update(workspaces).set({ active: false }));
  expect(await replyToLead({ ...reply, body: "Hello" })).toMatchObject({ ok: false, refusal: "workspace_inactive" });
});

test("another workspace's lead and text are not there", async () => {
  const { workspaceId, userId, leadId } = await arrange();
  const stranger = await makeWorkspace();
  const by = { workspaceId: stranger.workspaceId, userId: stranger.ownerId, leadId };
  const replied = await replyToLead({ workspaceId, userId, leadId, body: "Ours" });
  if (!replied.ok) throw new Error(replied.words);
  const { messageId } = replied;
  await expect(replyToLead({ ...by, body: "Hi" })).rejects.toThrow("not found");
  await expect(optOutCaller(by)).rejects.toThrow("not found");
  await expect(blockCaller(by)).rejects.toThrow("not found");
  await expect(unblockCaller(by)).rejects.toThrow("not found");
  await expect(undoReply({ workspaceId: stranger.workspaceId, messageId })).rejects.toThrow("not found");
  await expect(undoReply({ workspaceId, messageId: "no-id" })).rejects.toThrow("not found");
  const { sent } = await read(workspaceId, leadId);
  expect(sent).toHaveLength(1);
  const out = await withWorkspace(workspaceId, (tx) => isOptedOut(tx, workspaceId, sent[0]?.toE164 ?? ""));
  expect(out).toBe(false);
});
