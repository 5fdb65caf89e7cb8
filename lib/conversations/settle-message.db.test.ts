import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { closeDatabase } from "@/db/tenant";
import { makeWorkspace, newSid, nextPhone } from "@/db/testing/factories";
import { skipTime } from "@/db/testing/skip-time";
import { readStory } from "@/lib/recovery/testing/read-story";
import { phoneCall, post } from "@/lib/recovery/testing/webhooks";
import { receiveMessage } from "./receive-message";
import { recordDelivery } from "./record-delivery";
import { sendMessage } from "./send-message";
import { claimMessages } from "./take-message";
import { type Fate, refused, startFakeCarrier } from "./testing/fake-carrier";

let carrier: Awaited<ReturnType<typeof startFakeCarrier>>;

beforeAll(async () => {
  carrier = await startFakeCarrier();
  vi.stubEnv("TWILIO_API_URL", carrier.origin);
});
beforeEach(() => {
  carrier.listLags = false;
});
afterAll(async () => {
  await closeDatabase();
  await carrier.stop();
});

async function missedCaller(...fates: Fate[]) {
  const workspace = await makeWorkspace({ settings: { noticeOn: false } });
  const caller = nextPhone();
  carrier.plan(caller, ...fates);
  await post(phoneCall(workspace.e164, { from: caller }).incoming());
  return { ...workspace, caller };
}

async function work() {
  const claims = await claimMessages("worker", 50);
  await Promise.all(claims.map(sendMessage));
  return claims;
}

/** Half a minute of a worker's life, looking as often as the lease runs out. */
async function settleTime() {
  for (const seconds of [15.1, 15]) {
    await skipTime(seconds);
    await work();
  }
}

const textFrom = ({ caller, e164 }: { caller: string; e164: string }) => ({
  sid: newSid("SM"),
  from: caller,
  to: e164,
});
const lost = (takes: boolean): Fate => ({ takes, says: 500 });
const broken = (takes: boolean): Fate => ({ takes, says: null });

describe("a request nobody knows the outcome of", () => {
  it.each([
    ["an error", lost(true)],
    ["a broken connection", broken(true)],
  ])("is found in the carrier's list after %s, and never sent again", async (_, fate) => {
    const missed = await missedCaller(fate);
    await work();
    expect((await readStory(missed)).messages).toMatchObject([{ status: "sending", unknownSince: expect.any(Date) }]);
    await skipTime(28);
    await work();
    expect((await readStory(missed)).messages).toMatchObject([{ status: "sending", providerSid: null }]);
    await skipTime(2.1);
    await work();
    const { recoveries, messages } = await readStory(missed);
    expect(messages).toMatchObject([{ status: "sent", providerSid: carrier.sentTo(missed.caller)[0]?.sid }]);
    expect(recoveries).toMatchObject([{ state: "texted" }]);
    expect(carrier.askedFor(missed.caller)).toBe(1);
  });

  it.each([
    ["an error", lost(false)],
    ["a broken connection", broken(false)],
  ])("is sent once more, exactly, when the carrier has not got it after %s", async (_, fate) => {
    const missed = await missedCaller(fate);
    await work();
    await settleTime();
    await work();
    await work();
    expect(carrier.sentTo(missed.caller)).toHaveLength(1);
    expect(carrier.askedFor(missed.caller)).toBe(2);
    expect((await readStory(missed)).recoveries).toMatchObject([{ state: "texted" }]);
  });

  it("is left to a person when the second request is refused and nobody knows of the first", async () => {
    const missed = await missedCaller(lost(true), refused(21211));
    carrier.listLags = true;
    await work();
    await settleTime();
    await work();
    const { recoveries, messages, slots } = await readStory(missed);
    expect(carrier.askedFor(missed.caller)).toBe(2);
    expect(recoveries).toMatchObject([{ state: "unconfirmed" }]);
    expect(slots).toMatchObject([{ pendingMessageId: null, lastOpeningAt: expect.any(Date) }]);
    carrier.listLags = false;
    const [{ sid } = { sid: "" }] = carrier.sentTo(missed.caller);
    await recordDelivery({ messageId: messages[0]?.id ?? "", sid, status: "sent", errorCode: null });
    expect((await readStory(missed)).recoveries).toMatchObject([{ state: "texted" }]);
  });

  it("is left to a person when the caller opts out while the second request waits", async () => {
    const missed = await missedCaller(lost(true), { takes: false, says: 429 });
    carrier.listLags = true;
    await work();
    await settleTime();
    await work();
    expect((await readStory(missed)).messages).toMatchObject([{ status: "queued", requests: 1, refusals: 1 }]);
    await receiveMessage({ ...textFrom(missed), body: "STOP", media: [], optOutType: null });
    await skipTime(31);
    await work();
    const { recoveries, messages } = await readStory(missed);
    expect(carrier.askedFor(missed.caller)).toBe(2);
    expect(recoveries).toMatchObject([{ state: "unconfirmed" }]);
    carrier.listLags = false;
    const [{ sid } = { sid: "" }] = carrier.sentTo(missed.caller);
    const opening = messages.find(({ purpose }) => purpose === "text_back");
    await recordDelivery({ messageId: opening?.id ?? "", sid, status: "sent", errorCode: null });
    expect((await readStory(missed)).recoveries).toMatchObject([{ state: "texted" }]);
  });

  it("is left to a person when it is lost twice, and blocks the next text; a late proof still counts", async () => {
    const missed = await missedCaller(lost(false), lost(true));
    carrier.listLags = true;
    await work();
    await settleTime();
    await work();
    await settleTime();
    const { recoveries, messages, slots, leads } = await readStory(missed);
    expect(recoveries).toMatchObject([{ state: "unconfirmed" }]);
    expect(messages).toMatchObject([{ status: "unconfirmed", requests: 2 }]);
    expect(slots).toMatchObject([{ pendingMessageId: null, lastOpeningAt: expect.any(Date) }]);
    expect(leads[0]?.needsAttention).toBeTruthy();
    expect(carrier.askedFor(missed.caller)).toBe(2);
    carrier.listLags = false;
    const [sent] = carrier.sentTo(missed.caller);
    await recordDelivery({
      messageId: messages[0]?.id ?? "",
      sid: sent?.sid ?? "",
      status: "delivered",
      errorCode: null,
    });
    expect((await readStory(missed)).recoveries).toMatchObject([{ state: "texted" }]);
  });

  it("is not sent again when it has expired meanwhile", async () => {
    const missed = await missedCaller(lost(false));
    await work();
    await skipTime(601);
    await work();
    expect((await readStory(missed)).recoveries).toMatchObject([{ state: "unconfirmed" }]);
    expect(carrier.askedFor(missed.caller)).toBe(1);
  });

  it("is settled for a worker that died after it had asked, and taken over as its lease ends", async () => {
    const missed = await missedCaller({ takes: true, says: null, meanwhile: () => skipTime(14.9) });
    await work();
    await skipTime(0.2);
    expect(await work()).toMatchObject([{ workspaceId: missed.workspaceId, fence: 2 }]);
    await skipTime(15.1);
    await work();
    expect(carrier.askedFor(missed.caller)).toBe(1);
    expect((await readStory(missed)).recoveries).toMatchObject([{ state: "texted" }]);
  });

  it("is no other text's: a message of the list is adopted once", async () => {
    const missed = await missedCaller(lost(true));
    const { e164, caller } = missed;
    await work();
    await settleTime();
    await skipTime(86_400);
    carrier.plan(caller, lost(false));
    await post(phoneCall(e164, { from: caller }).incoming());
    await work();
    await settleTime();
    await work();
    const { messages } = await readStory(missed);
    expect(new Set(messages.map(({ providerSid }) => providerSid)).size).toBe(2);
    expect(carrier.sentTo(caller)).toHaveLength(2);
  });

  it("hangs for the eight seconds of a request, and ends the same", async () => {
    const [before, after] = [
      await missedCaller({ takes: false, says: "silence" }),
      await missedCaller({ takes: true, says: "silence" }),
    ];
    await work();
    await settleTime();
    await work();
    for (const { caller } of [before, after]) expect(carrier.sentTo(caller)).toHaveLength(1);
    expect([carrier.askedFor(before.caller), carrier.askedFor(after.caller)]).toEqual([2, 1]);
  });
});
