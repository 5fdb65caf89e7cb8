import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { usageCounters } from "@/db/schema/billing";
import { consentRecords } from "@/db/schema/consent";
import { workspaceLimits } from "@/db/schema/installation";
import { messages } from "@/db/schema/leads";
import { excludedNumbers, numbers } from "@/db/schema/phone";
import { recoverySettings, workspaces } from "@/db/schema/workspaces";
import { closeDatabase, withWorkspace } from "@/db/tenant";
import { addMember, allowOwners, makeWorkspace, newSid, nextPhone } from "@/db/testing/factories";
import { skipTime } from "@/db/testing/skip-time";
import { countTextsOfInstallation } from "@/lib/billing/installation-texts";
import { appNow } from "@/lib/clock";
import { createLead } from "@/lib/leads/create-lead";
import { receiveMessage } from "./receive-message";
import { type Reply, replyToLead } from "./reply-to-lead";
import { sendMessage } from "./send-message";
import { claimMessages } from "./take-message";
import { startFakeCarrier } from "./testing/fake-carrier";
import { undoReply } from "./undo-reply";

let carrier: Awaited<ReturnType<typeof startFakeCarrier>>;

beforeAll(async () => {
  carrier = await startFakeCarrier();
  vi.stubEnv("TWILIO_API_URL", carrier.origin);
});
afterAll(async () => {
  await closeDatabase();
  await carrier.stop();
});

// Forty replies take turns at one member's place, on a machine that may be busy.
vi.setConfig({ testTimeout: 90_000 });

type Workspace = Awaited<ReturnType<typeof makeWorkspace>>;

/** Somebody who wrote to the workspace. */
async function leadOf(workspace: Workspace, from = nextPhone()) {
  const text = {
    sid: newSid("SM"),
    from,
    to: workspace.e164,
    body: "Can you come today?",
    media: [],
    optOutType: null,
  };
  const received = await receiveMessage(text);
  if (received.outcome !== "received" || !received.leadId) throw new Error("The text made no lead");
  return { leadId: received.leadId, caller: from };
}

/** Somebody who was entered by hand. */
async function manualLead({ workspaceId, ownerId: userId }: Workspace, phone: string) {
  const facts = { name: null, need: null, address: null, valueCents: null };
  const created = await createLead({ workspaceId, userId, phone, facts });
  if (!created.ok) throw new Error(created.words);
  return created.leadId;
}

async function arrange() {
  const workspace = await makeWorkspace();
  const { leadId, caller } = await leadOf(workspace);
  const reply = { workspaceId: workspace.workspaceId, userId: workspace.ownerId, leadId, body: "At five" };
  return { workspace, workspaceId: workspace.workspaceId, leadId, caller, reply };
}

const refusalOf = async (reply: Reply) => {
  const replied = await replyToLead(reply);
  return replied.ok ? null : replied.refusal;
};

const counted = (workspaceId: string) =>
  withWorkspace(workspaceId, async (tx) => {
    const rows = await tx.select().from(usageCounters).where(eq(usageCounters.workspaceId, workspaceId));
    return Object.fromEntries(rows.map(({ counter, amount }) => [counter, amount]));
  });

const sentBy = (workspaceId: string) =>
  withWorkspace(workspaceId, (tx) => tx.select().from(messages).where(eq(messages.purpose, "reply")));

describe("a reply passes the gate", () => {
  it("not from a suspended workspace, nor without registration, and from an approved one", async () => {
    const { workspaceId, reply } = await arrange();
    const set = (values: Partial<typeof workspaces.$inferInsert>) =>
      withWorkspace(workspaceId, (tx) => tx.update(workspaces).set(values));
    await set({ suspendedAt: new Date() });
    expect(await refusalOf(reply)).toBe("workspace_inactive");
    await set({ suspendedAt: null });
    await withWorkspace(workspaceId, (tx) => tx.update(recoverySettings).set({ registration: "not_started" }));
    expect(await refusalOf(reply)).toBe("texting_not_registered");
    await withWorkspace(workspaceId, (tx) => tx.update(recoverySettings).set({ registration: "approved" }));
    expect(await refusalOf(reply)).toBeNull();
  });

  it.each([
    ["+447700900123", "region_not_allowed"],
    ["+25261234567", "region_not_allowed"],
    ["+37061234567", "region_not_allowed"],
    ["+18765550142", "region_not_allowed"],
    ["+88213123456", "not_a_phone"],
    ["+19005550123", "not_a_phone"],
    ["+18005550155", "not_a_phone"],
  ])("not to %s: %s", async (phone, reason) => {
    const workspace = await makeWorkspace();
    const leadId = await manualLead(workspace, phone);
    const reply = {
      workspaceId: workspace.workspaceId,
      userId: workspace.ownerId,
      leadId,
      body: "Your parcel is held",
    };
    expect(await refusalOf({ ...reply, agreedBy: "in_person" })).toBe(reason);
    expect(await sentBy(workspace.workspaceId)).toEqual([]);
  });

  it("no further than the operator's ceiling, whatever the workspace chose", async () => {
    const workspace = await makeWorkspace({ settings: { regions: ["US", "CA", "GB"] } });
    const { workspaceId } = workspace;
    const leadId = await manualLead(workspace, "+447700900123");
    const reply = { workspaceId, userId: workspace.ownerId, leadId, body: "Hello", agreedBy: "on_paper" } as const;
    expect(await refusalOf(reply)).toBe("region_not_allowed");
    await withWorkspace(workspaceId, (tx) =>
      tx.insert(workspaceLimits).values({ workspaceId, regionsCeiling: ["US", "GB"] }),
    );
    expect(await refusalOf(reply)).toBeNull();
    expect((await counted(workspaceId)).spend_cents_day).toBe(6);
  });
});

describe("somebody who never called or wrote", () => {
  it("is texted once a member has said how they agreed, and then without asking again", async () => {
    const workspace = await makeWorkspace();
    const { workspaceId, ownerId: userId } = workspace;
    const phone = nextPhone();
    const leadId = await manualLead(workspace, phone);
    const reply = { workspaceId, userId, leadId, body: "Your quote is ready" };
    expect(await refusalOf(reply)).toBe("no_consent");
    const replied = await replyToLead({ ...reply, agreedBy: "web_form" });
    const records = await withWorkspace(workspaceId, (tx) => tx.select().from(consentRecords));
    const said = { basis: "member_attested", callerE164: phone, byUserId: userId, agreedBy: "web_form" };
    expect(records).toMatchObject([{ ...said, messageId: replied.ok ? replied.messageId : null }]);
    expect(await refusalOf(reply)).toBeNull();
  });

  it("is not asked about once they have written", async () => {
    const workspace = await makeWorkspace();
    const phone = nextPhone();
    const leadId = await manualLead(workspace, phone);
    await leadOf(workspace, phone);
    const reply = { workspaceId: workspace.workspaceId, userId: workspace.ownerId, leadId, body: "Hello" };
    expect(await refusalOf(reply)).toBeNull();
  });
});

describe("limits", () => {
  it("lets exactly 30 of a member's 40 texts through that are sent at once, and others' beside them", async () => {
    const workspace = await makeWorkspace();
    const { workspaceId, ownerId: userId } = workspace;
    const leads = await Promise.all(Array.from({ length: 40 }, () => leadOf(workspace)));
    const replies = leads.map(({ leadId }) => replyToLead({ workspaceId, userId, leadId, body: "At five" }));
    const results = await Promise.all(replies);
    expect(results.filter(({ ok }) => ok)).toHaveLength(30);
    expect(results.find(({ ok }) => !ok)).toMatchObject({
      refusal: "rate_capped",
      words: expect.stringContaining("30"),
    });
    expect(await sentBy(workspaceId)).toHaveLength(30);
    expect(await counted(workspaceId)).toMatchObject({ replies_day: 30, spend_cents_day: 60 });
    const another = { workspaceId, userId: await addMember(workspaceId), leadId: leads[0]?.leadId ?? "" };
    expect(await refusalOf({ ...another, body: "Here" })).toBeNull();
  });

  it("lets exactly 10 of 15 texts to one person through within ten minutes, of whoever", async () => {
    const { workspaceId, reply } = await arrange();
    const others = [reply.userId, await addMember(workspaceId), await addMember(workspaceId)];
    const results = await Promise.all(
      Array.from({ length: 15 }, (_, index) =>
        replyToLead({ ...reply, userId: others[index % 3] ?? reply.userId, body: `Text ${index}` }),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(10);
    expect(await sentBy(workspaceId)).toHaveLength(10);
    await skipTime(11 * 60);
    expect(await refusalOf(reply)).toBeNull();
  });

  it("never passes the day's spending, when members reply at once", async () => {
    const workspace = await makeWorkspace({ settings: { dailySpendCapCents: 7 } });
    const { workspaceId } = workspace;
    const people = await Promise.all(Array.from({ length: 6 }, () => addMember(workspaceId)));
    const results = await Promise.all(
      people.map(async (userId) => {
        const { leadId } = await leadOf(workspace);
        return replyToLead({ workspaceId, userId, leadId, body: "At five" });
      }),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(3);
    expect(results.find(({ ok }) => !ok)).toMatchObject({
      refusal: "rate_capped",
      words: expect.stringContaining("spending"),
    });
    expect(await counted(workspaceId)).toMatchObject({ spend_cents_day: 6, replies_day: 3 });
  });

  it("gives back what was undone", async () => {
    const { workspaceId, reply } = await arrange();
    const replied = await replyToLead(reply);
    expect(await counted(workspaceId)).toMatchObject({ spend_cents_day: 2, replies_day: 1 });
    expect(await undoReply({ workspaceId, messageId: replied.ok ? replied.messageId : "" })).toBe(true);
    expect(await counted(workspaceId)).toMatchObject({ spend_cents_day: 0, replies_day: 0 });
  });

  it("counts replies among the installation's texts of the day, and stops at its ceiling", async () => {
    const { workspaceId, reply } = await arrange();
    const now = await withWorkspace(workspaceId, appNow);
    const before = await countTextsOfInstallation(now);
    await replyToLead(reply);
    expect(await countTextsOfInstallation(now)).toBe(before + 1);
    await allowOwners({ dailyTextCeiling: 0 });
    expect(await refusalOf(reply)).toBe("rate_capped");
    await allowOwners({ dailyTextCeiling: 5000 });
    expect(await sentBy(workspaceId)).toHaveLength(1);
  });
});

describe("right before the request", () => {
  const changes: [string, string, (at: { workspaceId: string; caller: string }) => Promise<unknown>][] = [
    [
      "was suspended",
      "workspace_inactive",
      ({ workspaceId }) => setWorkspace(workspaceId, { suspendedAt: new Date() }),
    ],
    ["was switched off", "workspace_inactive", ({ workspaceId }) => setWorkspace(workspaceId, { active: false })],
    [
      "lost its registration",
      "texting_not_registered",
      ({ workspaceId }) => set(workspaceId, { registration: "rejected" }),
    ],
    ["left the country out", "region_not_allowed", ({ workspaceId }) => set(workspaceId, { regions: ["CA"] })],
    [
      "gave up the number",
      "setup_incomplete",
      ({ workspaceId }) =>
        withWorkspace(workspaceId, (tx) =>
          tx.update(numbers).set({ state: "released" }).where(eq(numbers.workspaceId, workspaceId)),
        ),
    ],
    [
      "blocked them",
      "blocked",
      ({ workspaceId, caller }) =>
        withWorkspace(workspaceId, (tx) =>
          tx.insert(excludedNumbers).values({ workspaceId, e164: caller, kind: "blocked" }),
        ),
    ],
  ];
  it.each(changes)("a reply does not go when the workspace %s", async (_, reason, change) => {
    const { workspaceId, caller, reply } = await arrange();
    await replyToLead(reply);
    await change({ workspaceId, caller });
    await skipTime(6);
    await Promise.all((await claimMessages("worker", 1000)).map(sendMessage));
    expect(carrier.askedFor(caller)).toBe(0);
    expect(await sentBy(workspaceId)).toMatchObject([{ status: "failed", refusedReason: reason, errorCode: null }]);
    expect(await counted(workspaceId)).toMatchObject({ spend_cents_day: 0, replies_day: 0 });
  });

  it("goes when nothing has changed", async () => {
    const { caller, reply } = await arrange();
    await replyToLead(reply);
    await skipTime(6);
    await Promise.all((await claimMessages("worker", 1000)).map(sendMessage));
    expect(carrier.sentTo(caller)).toHaveLength(1);
  });
});

const set = (workspaceId: string, values: Partial<typeof recoverySettings.$inferInsert>) =>
  withWorkspace(workspaceId, (tx) => tx.update(recoverySettings).set(values));

const setWorkspace = (workspaceId: string, values: Partial<typeof workspaces.$inferInsert>) =>
  withWorkspace(workspaceId, (tx) => tx.update(workspaces).set(values).where(eq(workspaces.id, workspaceId)));
