import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { messages } from "@/db/schema/leads";
import { closeDatabase, withWorkspace } from "@/db/tenant";
import { type MadeWorkspace, makeWorkspace, newSid, nextPhone } from "@/db/testing/factories";
import { addPhones, readStory } from "@/lib/recovery/testing/read-story";
import { type PhoneCall, phoneCall, post } from "@/lib/recovery/testing/webhooks";
import { webhookPaths } from "@/lib/twilio/webhook-urls";
import { type Genuine, openDoor } from "./testing/doors";
import { requestOf, type Sent, sign } from "./testing/forgeries";

afterAll(closeDatabase);
beforeEach(() => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
});
afterEach(() => {
  vi.restoreAllMocks();
});

async function knock(door: string, sent: Sent): Promise<number> {
  const { POST } = await openDoor(door);
  return (await POST(requestOf(sent), { params: Promise.resolve(sent.ids) })).status;
}

/** A call that rings somebody's phone, a missed call with its text, and another workspace that has one too. */
async function neighbours() {
  const [own, other] = [await makeWorkspace({ number: { mode: "direct" } }), await makeWorkspace()];
  const [phone] = await addPhones(own, 1);
  const rung = phoneCall(own.e164);
  await post(rung.incoming());
  const text = async (workspace: MadeWorkspace) => {
    const missed = phoneCall(workspace.e164);
    await post(missed.status());
    await post(missed.notice());
    const [row] = await withWorkspace(workspace.workspaceId, (tx) =>
      tx.select().from(messages).where(eq(messages.toE164, missed.from)),
    );
    if (!row) throw new Error("The missed call was to be texted");
    const sid = newSid("SM");
    await knock("messages/status/[messageId]", sign(status(row.id, { MessageSid: sid, MessageStatus: "sent" })));
    return { id: row.id, sid };
  };
  return { own, other, phone, rung, ownText: await text(own), otherText: await text(other) };
}

function status(id: string, params: Record<string, string>): Genuine {
  return { path: webhookPaths.messageStatus(id), params, ids: { messageId: id } };
}

describe("a webhook that Twilio signed, about one workspace, naming what is another's", () => {
  type Legs = (call: PhoneCall, phone: string) => ReturnType<PhoneCall["screen"]>;
  it.each<[door: string, webhook: Legs]>([
    ["voice/screen/[callSid]", (call, phone) => call.screen(newSid("CA"), phone)],
    ["voice/accepted/[callSid]", (call, phone) => call.pressed(newSid("CA"), phone)],
    ["voice/detected/[callSid]", (call) => call.detected(newSid("CA"), "machine_start")],
    ["voice/status", (call, phone) => call.leg(newSid("CA"), phone, "completed")],
  ])("%s with the other's number stays with the call it names", async (door, webhook) => {
    const { other, phone, rung } = await neighbours();
    const before = await readStory(other);
    const { path, params, callSid } = webhook(rung, phone);
    const ids: Genuine["ids"] = callSid ? { callSid } : {};
    const crossings: Genuine["params"][] = [
      { To: other.e164 },
      { From: other.e164 },
      { To: other.e164, From: other.e164 },
    ];
    for (const names of crossings) {
      expect(await knock(door, sign({ path, params: { ...params, ...names }, ids }))).toBe(200);
    }
    expect(await readStory(other)).toEqual(before);
  });

  it.each<[door: string, webhook: (call: PhoneCall) => ReturnType<PhoneCall["incoming"]>]>([
    ["voice/incoming", (call) => call.incoming()],
    ["voice/notice", (call) => call.notice()],
    ["voice/dialed", (call) => call.dialed({ status: "no-answer" })],
    ["voice/status", (call) => call.status()],
  ])("%s of a known call never makes one where it says it went", async (door, webhook) => {
    const { other, rung } = await neighbours();
    const before = await readStory(other);
    const { path, params } = webhook(rung);
    expect(await knock(door, sign({ path, params: { ...params, To: other.e164 }, ids: {} }))).toBe(200);
    expect(await readStory(other)).toEqual(before);
  });

  it("a delivery report for one text that names the other's changes neither", async () => {
    const { own, other, ownText, otherText } = await neighbours();
    const before = [await readStory(own), await readStory(other)];
    const crossed = [
      status(ownText.id, { MessageSid: otherText.sid, MessageStatus: "failed", ErrorCode: "21610" }),
      status(otherText.id, { MessageSid: ownText.sid, MessageStatus: "delivered", To: own.e164 }),
      status(crypto.randomUUID(), { MessageSid: ownText.sid, MessageStatus: "failed" }),
    ];
    for (const one of crossed) expect(await knock("messages/status/[messageId]", sign(one))).toBe(200);
    const nameless = status("not-an-id", { MessageSid: ownText.sid, MessageStatus: "failed" });
    expect(await knock("messages/status/[messageId]", sign(nameless))).toBe(404);
    expect([await readStory(own), await readStory(other)]).toEqual(before);
  });

  it("a text known to one workspace, sent again to another's number, is not theirs", async () => {
    const { own, other } = await neighbours();
    const params = { MessageSid: newSid("SM"), From: nextPhone(), To: own.e164, Body: "Hello", NumMedia: "0" };
    const text = (To: string): Genuine => ({ path: webhookPaths.messagesIncoming, params: { ...params, To }, ids: {} });
    expect(await knock("messages/incoming", sign(text(own.e164)))).toBe(200);
    const before = await readStory(other);
    const answer = await knock("messages/incoming", sign(text(other.e164)));
    expect([answer, await readStory(other)]).toEqual([answer, before]);
  });
});

/** Names and values are signed end to end without a mark between them, so a captured webhook can be cut anew. */
describe("a signed webhook cut at other places", () => {
  function recut(genuine: Genuine, change: (params: URLSearchParams) => void): Sent {
    const sent = sign(genuine);
    const params = new URLSearchParams(sent.body);
    change(params);
    const again = sign(genuine, { body: params.toString() });
    expect(again.signature, "the signature does not tell").toBe(sent.signature);
    return again;
  }

  const swallow = (name: string, next: string) => (params: URLSearchParams) => {
    params.set(name, `${params.get(name)}${next}${params.get(next)}`);
    params.delete(next);
  };

  it("cannot take back a 9, nor make two calls of one, nor another text of a text", async () => {
    const workspace = await makeWorkspace();
    const call = phoneCall(workspace.e164);
    const text: Genuine = {
      ...{ path: webhookPaths.messagesIncoming, ids: {} },
      params: {
        MessageSid: newSid("SM"),
        From: nextPhone(),
        To: workspace.e164,
        Body: "Do come. Do not stop",
        NumMedia: "0",
      },
    };
    const notice = {
      path: webhookPaths.voiceNotice,
      params: { ...call.notice("9").params, CallerZip: "97201" },
      ids: {},
    };
    const incoming = { ...call.incoming(), ids: {} };
    await knock("voice/incoming", sign(incoming));
    await knock("voice/notice", sign(notice));
    await knock("messages/incoming", sign(text));
    const { webhooks: _, ...before } = await readStory(workspace);
    const cut: [door: string, sent: Sent][] = [
      ["voice/notice", recut(notice, swallow("CallStatus", "CallerZip"))],
      ["voice/notice", recut(notice, swallow("CallerZip", "Digits"))],
      ["voice/incoming", recut(incoming, swallow("CallSid", "CallStatus"))],
      ["voice/incoming", recut(incoming, swallow("Direction", "From"))],
      ["voice/incoming", recut(incoming, swallow("From", "To"))],
      ["messages/incoming", recut(text, swallow("From", "MessageSid"))],
      ["messages/incoming", recut(text, swallow("MessageSid", "NumMedia"))],
      [
        "messages/incoming",
        recut(text, (params) => {
          params.set("Body", "Do come. ");
          params.set("Do not stop", "");
        }),
      ],
    ];
    for (const [door, sent] of cut) await knock(door, sent);
    const { webhooks: __, ...after } = await readStory(workspace);
    expect(after).toEqual(before);
  });
});
