import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { callerSlots } from "@/db/schema/calls";
import { excludedNumbers } from "@/db/schema/phone";
import { recoverySettings } from "@/db/schema/workspaces";
import { closeDatabase, withWorkspace } from "@/db/tenant";
import { makeWorkspace, nextPhone } from "@/db/testing/factories";
import { skipTime } from "@/db/testing/skip-time";
import { lockSlot } from "@/lib/leads/caller-slot";
import { releaseHeld } from "./decide-due";
import { readStory } from "./testing/read-story";
import { phoneCall, post } from "./testing/webhooks";
import { textAnyway } from "./text-anyway";

afterAll(closeDatabase);

const atOnce = { noticeOn: false } as const;
const uncapped = { ...atOnce, hourlyCallerCap: 10_000, dailyCallerCap: 10_000, dailySpendCapCents: 1_000_000 };

/** How many ended so: "texting", or the reason they were not texted for. */
async function tally(workspace: { workspaceId: string }) {
  const { recoveries } = await readStory(workspace);
  const ends: Record<string, number> = {};
  for (const { state, reason } of recoveries) ends[reason ?? state] = (ends[reason ?? state] ?? 0) + 1;
  return ends;
}

const callersOf = (count: number) => Array.from({ length: count }, () => nextPhone());

describe("at the same instant", () => {
  it("sees what the slot's holder commits while it waits: the facts are read after the lock, never with it", async () => {
    const workspace = await makeWorkspace({ settings: uncapped });
    const { workspaceId } = workspace;
    const callerE164 = nextPhone();
    await withWorkspace(workspaceId, (tx) => tx.insert(callerSlots).values({ workspaceId, callerE164 }));
    const decided = await withWorkspace(workspaceId, async (tx) => {
      await lockSlot(tx, workspaceId, callerE164);
      await tx.update(callerSlots).set({ lastOpeningAt: new Date() }).where(eq(callerSlots.callerE164, callerE164));
      const answer = post(phoneCall(workspace.e164, { from: callerE164 }).incoming());
      await sleep(700);
      return { answer };
    });
    expect((await decided.answer).status).toBe(200);
    expect(await tally(workspace)).toEqual({ within_cool_down: 1 });
  });

  it("texts twelve callers once each, who call four times, every webhook twice", async () => {
    const workspace = await makeWorkspace({ settings: uncapped });
    const { workspaceId } = workspace;
    const callers = callersOf(12);
    // Half of them are known: the making of a slot locks it as well, which must not be what is tested.
    const known = callers.slice(6).map((callerE164) => ({ workspaceId, callerE164 }));
    await withWorkspace(workspaceId, (tx) => tx.insert(callerSlots).values(known));
    const calls = callers.flatMap((from) => Array.from({ length: 4 }, () => phoneCall(workspace.e164, { from })));
    const webhooks = calls.flatMap((call) => [call.status(), call.status()]);
    // Whoever is asked to come again, comes again, as Twilio does.
    for (let left = webhooks, round = 0; left.length > 0; round += 1) {
      expect(round).toBeLessThan(40);
      const answers = await Promise.all(left.map(post));
      left = left.filter((_, index) => answers[index]?.status === 503);
    }
    const { recoveries, messages, leads, slots } = await readStory(workspace);
    expect(recoveries).toHaveLength(48);
    expect(new Set(recoveries.map(({ callId }) => callId)).size).toBe(48);
    expect(messages.map(({ toE164 }) => toE164).toSorted()).toEqual(callers.toSorted());
    expect(leads.map(({ callCount }) => callCount)).toEqual(callers.map(() => 4));
    expect(slots.every(({ pendingMessageId }) => pendingMessageId !== null)).toBe(true);
  }, 60_000);

  it("texts exactly as many callers as the plan has left", async () => {
    const workspace = await makeWorkspace({ settings: uncapped, subscription: { plan: "free", status: "active" } });
    await Promise.all(callersOf(12).map((from) => post(phoneCall(workspace.e164, { from }).incoming())));
    expect(await tally(workspace)).toEqual({ texting: 5, usage_exhausted: 7 });
    expect((await readStory(workspace)).counted).toHaveLength(5);
  });

  it.each([
    ["the hour's cap", { hourlyCallerCap: 4 }],
    ["the day's cap", { dailyCallerCap: 4 }],
    ["the spending cap, which nine cents do not pass", { dailySpendCapCents: 9 }],
  ])("texts exactly up to %s", async (_, cap) => {
    const workspace = await makeWorkspace({ settings: { ...uncapped, ...cap } });
    await Promise.all(callersOf(9).map((from) => post(phoneCall(workspace.e164, { from }).incoming())));
    expect(await tally(workspace)).toEqual({ texting: 4, rate_capped: 5 });
  });
});

describe("a caller", () => {
  it("who withholds their number is logged, not texted, and never merged with another", async () => {
    const workspace = await makeWorkspace({ settings: atOnce });
    for (const from of ["+266696687", "anonymous", "", "+86282452253", "client:web"]) {
      await post(phoneCall(workspace.e164, { from }).incoming());
    }
    const { calls, leads, slots, messages } = await readStory(workspace);
    expect(calls.map(({ callerE164, state }) => [callerE164, state])).toEqual(calls.map(() => [null, "missed"]));
    expect({ calls: calls.length, leads, slots, messages }).toEqual({ calls: 5, leads: [], slots: [], messages: [] });
    expect(await tally(workspace)).toEqual({ caller_id_withheld: 5 });
  });

  it("who calls again within the wait is one card with every call on it, and one text", async () => {
    const workspace = await makeWorkspace({ settings: atOnce });
    const from = nextPhone();
    for (let call = 0; call < 5; call += 1) await post(phoneCall(workspace.e164, { from }).incoming());
    const { leads, events, messages } = await readStory(workspace);
    expect(leads).toMatchObject([{ callCount: 5 }]);
    expect(events.filter(({ kind }) => kind === "call")).toHaveLength(5);
    expect(messages).toHaveLength(1);
  });

  it("who is blocked touches nothing, not even the lead they have", async () => {
    const workspace = await makeWorkspace({ settings: atOnce });
    const { workspaceId } = workspace;
    const from = nextPhone();
    await post(phoneCall(workspace.e164, { from }).incoming());
    await withWorkspace(workspaceId, (tx) =>
      tx.insert(excludedNumbers).values({ workspaceId, e164: from, kind: "blocked" }),
    );
    await post(phoneCall(workspace.e164, { from }).incoming());
    const { leads, events } = await readStory(workspace);
    expect(leads).toMatchObject([{ callCount: 1 }]);
    expect(events.filter(({ kind }) => kind === "call")).toHaveLength(1);
    expect(await tally(workspace)).toEqual({ texting: 1, blocked: 1 });
  });
});

describe("outside texting hours", () => {
  /** Texting hours that begin half an hour from now, in UTC. */
  async function closedWorkspace() {
    await skipTime(0);
    const workspace = await makeWorkspace({ settings: atOnce });
    const { workspaceId } = workspace;
    const set = (settings: Partial<typeof recoverySettings.$inferInsert>) =>
      withWorkspace(workspaceId, (tx) =>
        tx.update(recoverySettings).set(settings).where(eq(recoverySettings.workspaceId, workspaceId)),
      );
    const always = Array.from({ length: 7 }, () => [{ from: "00:00", to: "24:00" }]);
    await set({ replyAnyHour: false, textingHours: await openingSoon() });
    return { ...workspace, set, always };
  }

  async function openingSoon() {
    const { recoveries } = await readStory({ workspaceId: (await makeWorkspace()).workspaceId });
    expect(recoveries).toEqual([]);
    const zone = "America/Los_Angeles";
    const clock = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" });
    const soon = clock.format(new Date(Date.now() + 30 * 60_000));
    const end = clock.format(new Date(Date.now() + 40 * 60_000));
    return Array.from({ length: 7 }, () => [{ from: soon, to: end }]);
  }

  it("holds the text, and decides it anew when the time comes", async () => {
    const workspace = await closedWorkspace();
    await post(phoneCall(workspace.e164).incoming());
    expect((await readStory(workspace)).recoveries).toMatchObject([
      { state: "held", reason: "outside_texting_hours", messageId: null },
    ]);
    await releaseHeld();
    expect((await readStory(workspace)).messages).toEqual([]);
    await skipTime(31 * 60);
    await Promise.all([releaseHeld(), releaseHeld()]);
    const { recoveries, messages, leads } = await readStory(workspace);
    expect(recoveries).toMatchObject([{ state: "texting", reason: null, heldUntil: null }]);
    expect(messages).toHaveLength(1);
    expect(leads).toMatchObject([{ callCount: 1 }]);
    await skipTime(-31 * 60);
  });

  it("does not text what has become unwanted by then", async () => {
    const workspace = await closedWorkspace();
    await post(phoneCall(workspace.e164).incoming());
    await workspace.set({ textBackOn: false });
    await skipTime(31 * 60);
    await releaseHeld();
    expect(await tally(workspace)).toEqual({ text_back_off: 1 });
    await skipTime(-31 * 60);
  });

  it("lets a person text them anyway, once, and says whose decision it was", async () => {
    const workspace = await closedWorkspace();
    await post(phoneCall(workspace.e164).incoming());
    const callId = (await readStory(workspace)).calls[0]?.id ?? "";
    const by = { workspaceId: workspace.workspaceId, userId: workspace.ownerId, callId };
    const answers = await Promise.all([textAnyway(by), textAnyway(by)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const { recoveries, messages, counters } = await readStory(workspace);
    expect(recoveries).toMatchObject([{ state: "texting", decidedBy: workspace.ownerId, heldUntil: null }]);
    expect(messages).toMatchObject([{ author: "member" }]);
    // No caller's place is taken, but what it costs is.
    expect(counters.filter(({ amount }) => amount > 0).map(({ counter, amount }) => [counter, amount])).toEqual(
      expect.arrayContaining([
        ["replies_day", 1],
        ["spend_cents_day", 2],
      ]),
    );
    expect(counters.filter(({ amount }) => amount > 0)).toHaveLength(2);
  });

  it("lets no person overrule what no button offers: another region, a block since, carriers that said no", async () => {
    const abroad = await missedOn(await makeWorkspace({ settings: atOnce }), "+18765550142");
    expect(await textAnyway(abroad)).toMatchObject({ ok: false });
    const closed = await closedWorkspace();
    const blocked = await missedOn(closed, nextPhone());
    await withWorkspace(closed.workspaceId, (tx) =>
      tx.insert(excludedNumbers).values({ workspaceId: closed.workspaceId, e164: blocked.callerE164, kind: "blocked" }),
    );
    expect(await textAnyway(blocked)).toMatchObject({ ok: false });
    const unregistered = await missedOn(closed, nextPhone());
    await closed.set({ registration: "rejected" });
    expect(await textAnyway(unregistered)).toMatchObject({ ok: false });
    expect((await readStory(closed)).messages).toEqual([]);
  });
});

async function missedOn(workspace: Awaited<ReturnType<typeof makeWorkspace>>, from: string) {
  await post(phoneCall(workspace.e164, { from }).incoming());
  const { calls } = await readStory(workspace);
  const { workspaceId, ownerId: userId } = workspace;
  return {
    workspaceId,
    userId,
    callerE164: from,
    callId: calls.find(({ callerE164 }) => callerE164 === from)?.id ?? "",
  };
}
