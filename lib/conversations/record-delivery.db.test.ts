import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { callerSlots } from "@/db/schema/calls";
import { leads, messages } from "@/db/schema/leads";
import { withWorkspace } from "@/db/tenant";
import { makeWorkspace, newSid, nextPhone } from "@/db/testing/factories";
import { createLead } from "@/lib/leads/create-lead";
import { isOptedOut } from "./opt-out-caller";
import { recordDelivery, recordOwnDelivery } from "./record-delivery";
import { replyToLead } from "./reply-to-lead";

const nothing = { name: null, need: null, address: null, valueCents: null };

/** A member's text as a worker leaves it in the middle of its request. */
async function sendingText() {
  const { workspaceId, ownerId: userId } = await makeWorkspace();
  const caller = nextPhone();
  const created = await createLead({ workspaceId, userId, phone: caller, facts: nothing });
  if (!created.ok) throw new Error(created.words);
  const { leadId } = created;
  const replied = await replyToLead({ workspaceId, userId, leadId, body: "On my way", agreedBy: "in_person" });
  if (!replied.ok) throw new Error(replied.words);
  const { messageId } = replied;
  const at = new Date();
  const requested = { status: "sending", fence: 1, leaseUntil: at, unknownSince: at, firstRequestedAt: at } as const;
  await withWorkspace(workspaceId, (tx) => tx.update(messages).set(requested).where(eq(messages.id, messageId)));
  return { workspaceId, userId, leadId, caller, messageId, sid: newSid("SM") };
}

type Text = Awaited<ReturnType<typeof sendingText>>;

async function read({ workspaceId, messageId, leadId, caller }: Text) {
  return withWorkspace(workspaceId, async (tx) => {
    const [message] = await tx.select().from(messages).where(eq(messages.id, messageId));
    const [lead] = await tx.select().from(leads).where(eq(leads.id, leadId));
    const [slot] = await tx.select().from(callerSlots).where(eq(callerSlots.callerE164, caller));
    return { message, lead, slot, optedOut: await isOptedOut(tx, workspaceId, caller) };
  });
}

function report({ messageId, sid }: Text, status: string, errorCode: number | null = null) {
  return recordDelivery({ messageId, sid, status, errorCode });
}

function orders(list: readonly string[]): string[][] {
  if (list.length < 2) return [[...list]];
  return list.flatMap((first, index) => orders(list.toSpliced(index, 1)).map((rest) => [first, ...rest]));
}

test("any order of reports, each repeated, ends delivered", async () => {
  const endsDelivered = async (order: string[]) => {
    const text = await sendingText();
    for (const status of order) {
      await report(text, status);
      await report(text, status);
    }
    expect((await read(text)).message, order.join()).toMatchObject({ status: "delivered", providerSid: text.sid });
  };
  await Promise.all(orders(["queued", "sending", "sent", "delivered"]).map(endsDelivered));
});

test("reports at the same instant end the same", async () => {
  const text = await sendingText();
  await Promise.all(["sent", "delivered", "queued", "sent", "delivered"].map((status) => report(text, status)));
  expect((await read(text)).message).toMatchObject({ status: "delivered", providerSid: text.sid });
});

test("a report is proof that settles an unknown send", async () => {
  const text = await sendingText();
  expect(await report(text, "sent")).toEqual({ outcome: "recorded" });
  const { message } = await read(text);
  expect(message).toMatchObject({ status: "sent", providerSid: text.sid, unknownSince: null, dueAt: null });
  expect(message?.acceptedAt).not.toBeNull();
});

test("a text that did not arrive says why on its lead, until one does", async () => {
  const text = await sendingText();
  await report(text, "undelivered", 30003);
  await report(text, "sent");
  const { message, lead } = await read(text);
  expect(message).toMatchObject({ status: "undelivered", errorCode: 30003 });
  expect(lead?.deliveryProblem).toBe("Their phone is off or out of range");

  const { workspaceId, userId, leadId } = text;
  const second = await replyToLead({ workspaceId, userId, leadId, body: "Still there?" });
  if (!second.ok) throw new Error(second.words);
  await recordDelivery({ messageId: second.messageId, sid: newSid("SM"), status: "delivered", errorCode: null });
  expect((await read(text)).lead?.deliveryProblem).toBeNull();
});

test("the carrier's word that they opted out is an opt-out", async () => {
  const text = await sendingText();
  await report(text, "failed", 21610);
  expect((await read(text)).optedOut).toBe(true);
});

test("a landline is remembered for the next call", async () => {
  const text = await sendingText();
  await report(text, "undelivered", 30006);
  expect((await read(text)).slot).toMatchObject({ lineType: "landline" });
});

test("another message of the carrier's cannot speak for this one", async () => {
  const text = await sendingText();
  await report(text, "sent");
  const other = { ...text, sid: newSid("SM") };
  expect(await report(other, "delivered")).toEqual({ outcome: "unchanged" });
  expect((await read(text)).message).toMatchObject({ status: "sent", providerSid: text.sid });
});

test("a text found by its words alone is nobody's twice: the second that claims it stays unknown", async () => {
  const [first, second] = [await sendingText(), await sendingText()];
  await report(first, "sent");
  const { workspaceId, messageId } = second;
  const before = await read(second);
  const lookalike = { messageId, sid: first.sid, status: "sent", errorCode: null, byWords: true };
  expect(await recordOwnDelivery(workspaceId, lookalike)).toEqual({ outcome: "taken" });
  expect(await read(second)).toEqual(before);
});

test("a report about no text of ours, or in a word we do not know, changes nothing", async () => {
  const text = await sendingText();
  const before = await read(text);
  const sid = newSid("SM");
  for (const messageId of [crypto.randomUUID(), "x"]) {
    expect(await recordDelivery({ messageId, sid, status: "sent", errorCode: null })).toEqual({ outcome: "unknown" });
  }
  expect(await report(text, "teleported")).toEqual({ outcome: "unknown" });
  expect(await read(text)).toEqual(before);
});
