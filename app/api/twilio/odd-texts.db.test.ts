import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { leads, messages } from "@/db/schema/leads";
import { closeDatabase, withWorkspace } from "@/db/tenant";
import { makeWorkspace, newSid, nextPhone } from "@/db/testing/factories";
import { webhookPaths } from "@/lib/twilio/webhook-urls";
import { findDoors, GENUINE, type Genuine, makeScene, openDoor } from "./testing/doors";
import { requestOf, sign } from "./testing/forgeries";

beforeEach(() => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(closeDatabase);

async function send(door: string, genuine: Genuine): Promise<number> {
  const { POST } = await openDoor(door);
  const response = await POST(requestOf(sign(genuine)), { params: Promise.resolve(genuine.ids) });
  return response.status;
}

/** Postgres stores no NUL, neither as text nor as JSON. Who calls or texts decides what stands in these. */
const WITH_NUL = { CallerName: "Pat\0 Lee", FromCity: "\0", "Odd\0name": "\0", "SipHeader_\0": "x" };

describe("a NUL in what a caller's side says", () => {
  it.each(findDoors())("is no reason to refuse a webhook: %s", async (door) => {
    const genuine = await GENUINE[door]?.(await makeScene());
    if (!genuine) throw new Error(`${door} has no genuine webhook in testing/doors.ts`);
    expect(await send(door, { ...genuine, params: { ...genuine.params, ...WITH_NUL } })).toBeLessThan(300);
  });

  it("is left out of a text, which makes its lead", async () => {
    const { workspaceId, e164 } = await makeWorkspace();
    const from = nextPhone();
    const params = {
      MessageSid: newSid("SM"),
      From: from,
      To: e164,
      Body: "Mail me at pat\0@example.org",
      NumMedia: "0",
    };
    await send("messages/incoming", { path: webhookPaths.messagesIncoming, params, ids: {} });
    const rows = await withWorkspace(workspaceId, async (tx) => ({
      texts: await tx.select({ body: messages.body }).from(messages),
      leads: await tx.select({ callerE164: leads.callerE164 }).from(leads),
    }));
    expect(rows).toEqual({ texts: [{ body: "Mail me at pat@example.org" }], leads: [{ callerE164: from }] });
  });
});
