import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { callerSlots, recoveries, webhooks } from "@/db/schema/calls";
import { optOuts } from "@/db/schema/consent";
import { leadEvents, leads, messages } from "@/db/schema/leads";
import { excludedNumbers, strayWebhooks } from "@/db/schema/phone";
import { asSystem, withWorkspace } from "@/db/tenant";
import { type MadeWorkspace, makeWorkspace, newSid, nextPhone } from "@/db/testing/factories";
import { appNow } from "@/lib/clock";
import { lockSlot } from "@/lib/leads/caller-slot";
import { upsertLead } from "@/lib/leads/upsert-lead";
import { queueMessage } from "./queue-message";
import { type InboundText, receiveMessage } from "./receive-message";

function textFrom(from: string, to: MadeWorkspace, body: string, more: Partial<InboundText> = {}): InboundText {
  return { sid: newSid("SM"), from, to: to.e164, body, media: [], optOutType: null, ...more };
}

function read({ workspaceId }: MadeWorkspace) {
  return withWorkspace(workspaceId, async (tx) => ({
    leads: await tx.select().from(leads).where(eq(leads.workspaceId, workspaceId)),
    messages: await tx.select().from(messages).where(eq(messages.workspaceId, workspaceId)).orderBy(messages.createdAt),
    events: await tx
      .select()
      .from(leadEvents)
      .where(eq(leadEvents.workspaceId, workspaceId))
      .orderBy(leadEvents.at, leadEvents.id),
    optOuts: await tx.select().from(optOuts).where(eq(optOuts.workspaceId, workspaceId)),
    webhooks: await tx.select().from(webhooks).where(eq(webhooks.workspaceId, workspaceId)),
  }));
}

/** A queued opening of a missed call, as the decision leaves it. */
function queueOpening(workspace: MadeWorkspace, caller: string, callId: string) {
  const { workspaceId, numberId, e164 } = workspace;
  return withWorkspace(workspaceId, async (tx) => {
    await lockSlot(tx, workspaceId, caller);
    const now = await appNow(tx);
    const leadId = await upsertLead({ tx, workspaceId, callerE164: caller, source: "missed_call", now });
    const messageId = await queueMessage({
      ...{ tx, workspaceId, leadId, numberId, purpose: "text_back", author: "automatic", now },
      ...{ from: e164, to: caller, body: "Sorry we missed you" },
    });
    await tx.execute(
      `insert into calls (workspace_id, id, number_id, provider_sid, caller_kind, route)
       values ('${workspaceId}', '${callId}', '${numberId}', '${newSid("CA")}', 'phone', 'miss')`,
    );
    const trace = (["missed", "allowed", "limits"] as const).map((check) => ({
      check,
      verdict: "passed" as const,
      detail: "OK",
    }));
    await tx.insert(recoveries).values({
      ...{ workspaceId, callId, leadId, callerE164: caller, callStartedAt: now, messageId, trace, facts: {} },
      state: "texting",
    });
    await tx
      .update(callerSlots)
      .set({ pendingMessageId: messageId })
      .where(and(eq(callerSlots.workspaceId, workspaceId), eq(callerSlots.callerE164, caller)));
    return { leadId, messageId };
  });
}

test("a text from a stranger makes a talking lead that waits for an answer", async () => {
  const workspace = await makeWorkspace();
  const caller = nextPhone();
  const received = await receiveMessage(textFrom(caller, workspace, "Do you do drains?"));
  expect(received.outcome).toBe("received");
  const { leads: made, messages: texts, events } = await read(workspace);
  expect(made).toHaveLength(1);
  expect(made[0]).toMatchObject({
    callerE164: caller,
    source: "text",
    stage: "talking",
    conversation: "needs_you",
    lastText: "Do you do drains?",
    lastTextAuthor: "caller",
  });
  expect(made[0]?.waitingSince).toEqual(texts[0]?.createdAt);
  expect(made[0]?.firstReplyAt).toEqual(texts[0]?.createdAt);
  expect(events.map(({ kind, toStage }) => [kind, toStage])).toEqual([
    ["message", null],
    ["stage_moved", "talking"],
  ]);
});

test("a repeated inbound text changes nothing", async () => {
  const workspace = await makeWorkspace();
  const text = textFrom(nextPhone(), workspace, "Hello");
  await receiveMessage(text);
  const before = await read(workspace);
  expect((await receiveMessage(text)).outcome).toBe("repeated");
  const twice = await Promise.all([receiveMessage(text), receiveMessage(text)]);
  expect(twice.map(({ outcome }) => outcome)).toEqual(["repeated", "repeated"]);
  expect(await read(workspace)).toEqual(before);
});

test("two inbound texts of one caller at once make one lead", async () => {
  const workspace = await makeWorkspace();
  const caller = nextPhone();
  await Promise.all(["one", "two", "three"].map((body) => receiveMessage(textFrom(caller, workspace, body))));
  const { leads: made, messages: texts, events } = await read(workspace);
  expect(made).toHaveLength(1);
  expect(texts.map(({ leadId }) => leadId)).toEqual([made[0]?.id, made[0]?.id, made[0]?.id]);
  expect(events.filter(({ kind }) => kind === "stage_moved")).toHaveLength(1);
});

test("STOP takes back a queued opening, and the call then says why there was no text", async () => {
  const workspace = await makeWorkspace();
  const caller = nextPhone();
  const callId = crypto.randomUUID();
  const { messageId } = await queueOpening(workspace, caller, callId);
  await receiveMessage(textFrom(caller, workspace, "STOP"));
  const { messages: texts, leads: made, events } = await read(workspace);
  expect(texts.find(({ id }) => id === messageId)).toMatchObject({ status: "failed", errorCode: 21610, dueAt: null });
  expect(texts.filter(({ purpose }) => purpose === "opt_out_confirmation")).toEqual([]);
  expect(made[0]).toMatchObject({ stage: "new", waitingSince: null, firstReplyAt: null });
  expect(events.map(({ kind }) => kind)).toEqual(["message", "message", "opted_out"]);
  const [recovery, slot] = await withWorkspace(workspace.workspaceId, async (tx) => [
    (await tx.select().from(recoveries).where(eq(recoveries.callId, callId)))[0],
    (await tx.select().from(callerSlots).where(eq(callerSlots.callerE164, caller)))[0],
  ]);
  expect(recovery).toMatchObject({ state: "skipped", reason: "opted_out" });
  expect(slot).toMatchObject({ pendingMessageId: null });
});

test("an opt-out in plain words is confirmed once, and not again within a day", async () => {
  const workspace = await makeWorkspace({ name: "Alder & Sons" });
  const caller = nextPhone();
  await receiveMessage(textFrom(caller, workspace, "please stop texting me"));
  await receiveMessage(textFrom(caller, workspace, "I said take me off your list"));
  await receiveMessage(textFrom(caller, workspace, "START"));
  await receiveMessage(textFrom(caller, workspace, "please stop texting me"));
  const { messages: texts, optOuts: out } = await read(workspace);
  const confirmations = texts.filter(({ purpose }) => purpose === "opt_out_confirmation");
  expect(confirmations).toHaveLength(1);
  expect(confirmations[0]?.body).toBe(
    "You are unsubscribed from Alder & Sons and will get no more texts. Reply START to resume.",
  );
  expect(out).toHaveLength(1);
  expect(out[0]).toMatchObject({ source: "wording", reopenedAt: null });
});

test("START opens the texts again, and YES only for somebody who had opted out", async () => {
  const workspace = await makeWorkspace();
  const [stopped, chatting] = [nextPhone(), nextPhone()];
  await receiveMessage(textFrom(stopped, workspace, "STOP"));
  await receiveMessage(textFrom(stopped, workspace, "START"));
  await receiveMessage(textFrom(chatting, workspace, "YES"));
  const { optOuts: out, events } = await read(workspace);
  expect(out).toHaveLength(1);
  expect(out[0]?.reopenedAt).not.toBeNull();
  expect(events.filter(({ kind }) => kind === "opted_in")).toHaveLength(1);
  await receiveMessage(textFrom(stopped, workspace, "STOP"));
  expect((await read(workspace)).optOuts[0]).toMatchObject({ reopenedAt: null });
  await receiveMessage(textFrom(stopped, workspace, "YES"));
  expect((await read(workspace)).optOuts[0]?.reopenedAt).not.toBeNull();
});

test.for([
  [
    "a START found late opens nothing for who has asked for silence since",
    "START",
    ["STOP", "please stop texting me"],
    true,
  ],
  ["a STOP found late closes nothing for who has written START since", "STOP", ["START"], false],
  ["a STOP found late closes, where the START is older", "STOP", [], true],
] as const)("%s", async ([, foundLate, since, isOut]) => {
  const workspace = await makeWorkspace();
  const caller = nextPhone();
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  await receiveMessage(textFrom(caller, workspace, "START", { receivedAt: minutesAgo(5) }));
  for (const body of since) await receiveMessage(textFrom(caller, workspace, body));
  const late = { receivedAt: minutesAgo(2) };
  expect(await receiveMessage(textFrom(caller, workspace, foundLate, late))).toMatchObject({ outcome: "received" });
  const [wish] = (await read(workspace)).optOuts;
  expect(wish?.reopenedAt === null).toBe(isOut);
});

test("what the carrier read as STOP is an opt-out whatever the words", async () => {
  const workspace = await makeWorkspace();
  await receiveMessage(textFrom(nextPhone(), workspace, "arrêt", { optOutType: "stop" }));
  expect((await read(workspace)).optOuts).toHaveLength(1);
});

test("a short code and a blocked number land in the tray and make no lead", async () => {
  const workspace = await makeWorkspace();
  const { workspaceId } = workspace;
  const blocked = nextPhone();
  await withWorkspace(workspaceId, (tx) =>
    tx.insert(excludedNumbers).values({ workspaceId, e164: blocked, kind: "blocked" }),
  );
  for (const from of ["72345", "Amazon", blocked]) await receiveMessage(textFrom(from, workspace, "Your code is 1234"));
  const { leads: made, messages: texts } = await read(workspace);
  expect(made).toEqual([]);
  expect(texts.map(({ fromE164, leadId }) => [fromE164, leadId])).toEqual([
    ["72345", null],
    ["Amazon", null],
    [blocked, null],
  ]);
});

test("a text to a number of nobody's is kept for the operator, once", async () => {
  const text: InboundText = { ...textFrom(nextPhone(), await makeWorkspace(), "Hi"), to: "+15035559999" };
  expect((await receiveMessage(text)).outcome).toBe("stray");
  expect((await receiveMessage(text)).outcome).toBe("stray");
  const strays = await asSystem((tx) => tx.select().from(strayWebhooks));
  expect(strays.filter(({ params }) => params.MessageSid === text.sid)).toHaveLength(1);
});
