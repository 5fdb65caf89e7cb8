import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { messages } from "@/db/schema/leads";
import { type recoverySettings, workspaces } from "@/db/schema/workspaces";
import { closeDatabase, withWorkspace } from "@/db/tenant";
import { makeWorkspace, newSid, nextPhone } from "@/db/testing/factories";
import { skipTime } from "@/db/testing/skip-time";
import { appNow } from "@/lib/clock";
import { lockSlot } from "@/lib/leads/caller-slot";
import { readStory } from "@/lib/recovery/testing/read-story";
import { phoneCall, post } from "@/lib/recovery/testing/webhooks";
import { recordOptOut } from "./opt-out-caller";
import { recordDelivery } from "./record-delivery";
import { sendMessage } from "./send-message";
import { type Claim, claimMessages, loadClaimed } from "./take-message";
import { ACCEPTED, type Fate, refused, startFakeCarrier } from "./testing/fake-carrier";

type Carrier = Awaited<ReturnType<typeof startFakeCarrier>>;
let carrier: Carrier;

beforeAll(async () => {
  carrier = await startFakeCarrier();
  vi.stubEnv("TWILIO_API_URL", carrier.origin);
});
afterAll(async () => {
  await closeDatabase();
  await carrier.stop();
});

/** A caller who was missed and whose opening lies in the outbox. */
async function missedCaller(settings: Partial<typeof recoverySettings.$inferInsert> = {}) {
  const workspace = await makeWorkspace({ settings: { noticeOn: false, ...settings } });
  const caller = nextPhone();
  await post(phoneCall(workspace.e164, { from: caller }).incoming());
  return { ...workspace, caller };
}
type Missed = Awaited<ReturnType<typeof missedCaller>>;

async function work(): Promise<Claim[]> {
  const claims = await claimMessages("worker", 50);
  await Promise.all(claims.map(sendMessage));
  return claims;
}

async function claimOf({ workspaceId }: Missed): Promise<Claim> {
  const claim = (await claimMessages("worker", 50)).find((one) => one.workspaceId === workspaceId);
  if (!claim) throw new Error("Nothing was claimed");
  return claim;
}

const stop = ({ workspaceId, caller }: Missed) =>
  withWorkspace(workspaceId, async (tx) => {
    await lockSlot(tx, workspaceId, caller);
    const now = await appNow(tx);
    await recordOptOut({ tx, workspaceId, callerE164: caller, leadId: null, source: "keyword", now });
  });

const used = ({ counters, counted }: Awaited<ReturnType<typeof readStory>>) =>
  counters.reduce((sum, { amount }) => sum + amount, counted.length);

/** The next call of the same caller is texted: nothing of the failed one stands in its way. */
async function expectNextTexted({ caller, ...workspace }: Missed) {
  await post(phoneCall(workspace.e164, { from: caller }).incoming());
  const { recoveries } = await readStory(workspace);
  expect(recoveries.map(({ state }) => state)).toContain("texting");
}

describe("a text that the carrier takes", () => {
  it("is sent once, and only then is the caller texted and the wait begun", async () => {
    const missed = await missedCaller();
    expect((await readStory(missed)).recoveries).toMatchObject([{ state: "texting", textedAt: null }]);
    await work();
    await work();
    const { recoveries, slots, messages: texts } = await readStory(missed);
    expect(recoveries).toMatchObject([{ state: "texted", textedAt: expect.any(Date) }]);
    expect(slots).toMatchObject([{ pendingMessageId: null, lastOpeningAt: expect.any(Date) }]);
    expect(texts).toMatchObject([{ status: "accepted", requests: 1, unknownSince: null, dueAt: null }]);
    const [sent, ...more] = carrier.sentTo(missed.caller);
    expect({ sid: sent?.sid, from: sent?.from, more }).toEqual({
      sid: texts[0]?.providerSid,
      from: missed.e164,
      more: [],
    });
    expect(sent?.statusCallback).toContain(`/status/${texts[0]?.id}`);
    const validity = carrier.asked.find(({ to }) => to === missed.caller)?.validity ?? 0;
    expect(validity).toBeGreaterThan(500);
    expect(validity).toBeLessThanOrEqual(600);
  });

  it("is the carrier's own by a callback that comes before the answer", async () => {
    const missed = await missedCaller();
    const messageId = (await readStory(missed)).messages[0]?.id ?? "";
    const meanwhile = (sid: string) => recordDelivery({ messageId, sid, status: "sent", errorCode: null });
    carrier.plan(missed.caller, { ...ACCEPTED, meanwhile });
    await work();
    const { recoveries, messages: texts } = await readStory(missed);
    expect(texts).toMatchObject([{ status: "sent", providerSid: carrier.sentTo(missed.caller)[0]?.sid }]);
    expect(recoveries).toMatchObject([{ state: "texted" }]);
  });

  it("goes out once when several workers claim at the same moment", async () => {
    const { workspaceId, numberId, e164 } = await makeWorkspace();
    const callers = Array.from({ length: 60 }, () => nextPhone());
    const text = { workspaceId, numberId, fromE164: e164, body: "Hi", purpose: "reply", author: "member" } as const;
    const rows = callers.map((toE164) => ({ ...text, toE164, status: "queued" as const, dueAt: new Date(0) }));
    await withWorkspace(workspaceId, (tx) => tx.insert(messages).values(rows));
    const claims = await Promise.all([1, 2, 3, 4, 5].map((worker) => claimMessages(`worker ${worker}`, 15)));
    expect(Math.max(...claims.map(({ length }) => length))).toBeLessThanOrEqual(15);
    await Promise.all(claims.flat().map(sendMessage));
    expect(callers.map((to) => carrier.sentTo(to).length)).toEqual(callers.map(() => 1));
  }, 40_000);
});

describe("a text that the carrier does not take", () => {
  it.each([21211, 21606, 30034])("for %i is failed, and gives everything back", async (code) => {
    const missed = await missedCaller();
    carrier.plan(missed.caller, refused(code));
    await work();
    const story = await readStory(missed);
    expect(story.recoveries).toMatchObject([{ state: "failed", errorCode: code }]);
    expect(story.slots).toMatchObject([{ pendingMessageId: null, lastOpeningAt: null }]);
    expect(used(story)).toBe(0);
    await expectNextTexted(missed);
    await work();
    expect(carrier.sentTo(missed.caller)).toHaveLength(1);
  });

  it("because they opted out at the carrier is an opt-out here", async () => {
    const missed = await missedCaller();
    carrier.plan(missed.caller, refused(21610));
    await work();
    expect((await readStory(missed)).optOuts).toMatchObject([{ source: "carrier" }]);
  });

  it("because it is no mobile is remembered for the next call", async () => {
    const missed = await missedCaller();
    carrier.plan(missed.caller, refused(21614));
    await work();
    expect((await readStory(missed)).slots).toMatchObject([{ lineType: "landline" }]);
  });

  it("for now is sent when it may, and was asked for no more often", async () => {
    const missed = await missedCaller();
    const busy: Fate = { takes: false, says: 429, headers: { "retry-after": "2" } };
    carrier.plan(missed.caller, busy, busy);
    for (const asked of [1, 2, 3]) {
      await work();
      await work();
      expect(carrier.askedFor(missed.caller)).toBe(asked);
      await skipTime(2.1);
    }
    expect((await readStory(missed)).messages).toMatchObject([{ status: "accepted", refusals: 2, requests: 1 }]);
  });

  it("again and again is asked for less and less often, however soon the carrier asked for", async () => {
    const missed = await missedCaller();
    const busy: Fate = { takes: false, says: 429, headers: { "retry-after": "1" } };
    carrier.plan(missed.caller, busy, busy, busy, busy, busy);
    for (let asked = 1; asked < 5; asked++) {
      await work();
      await skipTime(31);
    }
    await work();
    await skipTime(7);
    await work();
    expect(carrier.askedFor(missed.caller)).toBe(5);
    await skipTime(10);
    await work();
    expect(carrier.sentTo(missed.caller)).toHaveLength(1);
  });

  it("until it has expired is too late, whatever the carrier asked for", async () => {
    const missed = await missedCaller();
    carrier.plan(missed.caller, { takes: false, says: 429, headers: { "retry-after": "7200" } });
    await work();
    await skipTime(601);
    await work();
    const story = await readStory(missed);
    expect(story.recoveries).toMatchObject([{ state: "skipped", reason: "too_late" }]);
    expect({ used: used(story), asked: carrier.askedFor(missed.caller) }).toEqual({ used: 0, asked: 1 });
    await expectNextTexted(missed);
    await work();
  });
});

describe("before the request", () => {
  it("a STOP between queue and claim takes the text back", async () => {
    const missed = await missedCaller();
    await stop(missed);
    await work();
    const story = await readStory(missed);
    expect(story.recoveries).toMatchObject([{ state: "skipped", reason: "opted_out" }]);
    expect({ used: used(story), asked: carrier.askedFor(missed.caller) }).toEqual({ used: 0, asked: 0 });
  });

  it("a STOP between claim and last check does as well", async () => {
    const missed = await missedCaller();
    const claim = await claimOf(missed);
    await stop(missed);
    await sendMessage(claim);
    const story = await readStory(missed);
    expect(story.recoveries).toMatchObject([{ state: "skipped", reason: "opted_out" }]);
    expect(story.messages).toMatchObject([{ status: "failed", requests: 0 }]);
    expect({ used: used(story), asked: carrier.askedFor(missed.caller) }).toEqual({ used: 0, asked: 0 });
  });

  it("a workspace that was switched off sends nothing", async () => {
    const missed = await missedCaller();
    const { workspaceId } = missed;
    await withWorkspace(workspaceId, (tx) =>
      tx.update(workspaces).set({ active: false }).where(eq(workspaces.id, workspaceId)),
    );
    await work();
    expect((await readStory(missed)).recoveries).toMatchObject([{ state: "skipped", reason: "workspace_inactive" }]);
    expect(carrier.askedFor(missed.caller)).toBe(0);
  });

  it("a landline is found by looking it up, once, and a look-up that fails costs nobody their text", async () => {
    const [landline, mobile] = [
      await missedCaller({ lookUpLineType: true }),
      await missedCaller({ lookUpLineType: true }),
    ];
    carrier.landlines.add(landline.caller);
    await work();
    const story = await readStory(landline);
    expect(story.recoveries).toMatchObject([{ state: "skipped", reason: "landline" }]);
    expect({ used: used(story), asked: carrier.askedFor(landline.caller) }).toEqual({ used: 0, asked: 0 });
    expect((await readStory(mobile)).recoveries).toMatchObject([{ state: "texted" }]);
    expect(carrier.lookedUp.filter((one) => one === landline.caller)).toHaveLength(1);
  });

  it("a worker that was frozen finds its fence gone", async () => {
    const missed = await missedCaller();
    const frozen = await claimOf(missed);
    await skipTime(15.1);
    await work();
    await sendMessage(frozen);
    expect(await loadClaimed(frozen)).toBeUndefined();
    expect(carrier.sentTo(missed.caller)).toHaveLength(1);
    expect(carrier.askedFor(missed.caller)).toBe(1);
  });

  it("a worker frozen right before its last check sends nothing once another has the text", async () => {
    const missed = await missedCaller({ lookUpLineType: true });
    const frozen = await claimOf(missed);
    let taken: Claim | undefined;
    carrier.whileLookingUp = async () => {
      carrier.whileLookingUp = async () => {};
      await skipTime(15.1);
      taken = await claimOf(missed);
    };
    await sendMessage(frozen);
    expect({ fence: taken?.fence, asked: carrier.askedFor(missed.caller) }).toEqual({ fence: 2, asked: 0 });
    if (taken) await sendMessage(taken);
    expect(carrier.sentTo(missed.caller)).toHaveLength(1);
  });

  it.each([{ says: 429 }, { says: 400, code: 21211 }])(
    "a worker told $says when another has the text changes nothing",
    async (no) => {
      const missed = await missedCaller();
      const meanwhile = async () => {
        await skipTime(15.1);
        await claimOf(missed);
      };
      carrier.plan(missed.caller, { takes: false, ...no, meanwhile });
      await work();
      expect((await readStory(missed)).messages).toMatchObject([{ status: "sending", fence: 2 }]);
    },
  );

  it("a worker whose lease is nearly over puts the text back", async () => {
    const missed = await missedCaller();
    const slow = await claimOf(missed);
    await skipTime(8);
    await sendMessage(slow);
    expect(carrier.askedFor(missed.caller)).toBe(0);
    await work();
    expect(carrier.sentTo(missed.caller)).toHaveLength(1);
  });

  it("a text of another workspace cannot be claimed by its id", async () => {
    const [missed, other] = [await missedCaller(), await makeWorkspace()];
    const claim = await claimOf(missed);
    await sendMessage({ ...claim, workspaceId: other.workspaceId });
    expect(carrier.askedFor(missed.caller)).toBe(0);
    const rows = await withWorkspace(other.workspaceId, (tx) =>
      tx
        .select()
        .from(messages)
        .where(and(eq(messages.id, claim.messageId))),
    );
    expect(rows).toEqual([]);
    await recordDelivery({ messageId: claim.messageId, sid: newSid("SM"), status: "sent", errorCode: null });
  });
});
