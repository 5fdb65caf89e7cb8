import { afterAll, describe, expect, it } from "vitest";
import { workspaceLimits } from "@/db/schema/installation";
import { auditLog } from "@/db/schema/workspaces";
import { closeDatabase, withWorkspace } from "@/db/tenant";
import { addMember, makeOperator, makeWorkspace, nextPhone } from "@/db/testing/factories";
import { Forbidden } from "../errors";
import { addExcludedNumbers, removeExcludedNumber } from "./excluded-numbers";
import { changeRecoverySettings } from "./settings";
import { pauseRecovery, resumeRecovery } from "./settings-pause";
import { getRecoverySettings, listExcludedNumbers } from "./settings-queries";

afterAll(closeDatabase);

async function workspace() {
  const { workspaceId, ownerId } = await makeWorkspace();
  return { workspaceId, userId: ownerId };
}

describe("settings", () => {
  it("are saved a section at a time and written down", async () => {
    const us = await workspace();
    const wait = { part: "wait", coolDownMinutes: 60, activeConversationMinutes: 45, quietAfterDays: 5 } as const;
    expect(await changeRecoverySettings(us, { ...wait, textVoicemailCalls: true })).toEqual({ ok: true });
    expect((await getRecoverySettings(us.workspaceId)).settings).toMatchObject({
      coolDownMinutes: 60,
      activeConversationMinutes: 45,
      quietAfterDays: 5,
      textVoicemailCalls: true,
      textBackOn: true,
    });
    const log = await withWorkspace(us.workspaceId, (tx) => tx.select().from(auditLog));
    expect(log).toMatchObject([{ action: "recovery.changed", subject: "wait", actorUserId: us.userId }]);
  });

  it("refuse what the rules refuse, and change nothing then", async () => {
    const us = await workspace();
    const before = (await getRecoverySettings(us.workspaceId)).settings;
    const text = { part: "text", template: "Sale! 20% off at https://deals.example" } as const;
    expect(await changeRecoverySettings(us, text)).toMatchObject({
      ok: false,
      errors: { template: expect.any(String) },
    });
    const wait = { activeConversationMinutes: 30, quietAfterDays: 3, textVoicemailCalls: false };
    for (const coolDownMinutes of [4, 43_201, 60.5, Number.NaN]) {
      const change = { part: "wait", coolDownMinutes, ...wait } as const;
      expect(await changeRecoverySettings(us, change)).toMatchObject({ ok: false, errors: { coolDownMinutes: /./ } });
    }
    const closed = { part: "hours", replyAnyHour: true, textingHours: [[], [], [], [], [], [], []] } as const;
    expect(
      await changeRecoverySettings(us, { ...closed, textingHours: closed.textingHours.map(() => []) }),
    ).toMatchObject({
      errors: { textingHours: expect.any(String) },
    });
    expect((await getRecoverySettings(us.workspaceId)).settings).toEqual(before);
  });

  it("keep to the operator's ceilings, which only an operator passes, and then for this workspace", async () => {
    const us = await workspace();
    const caps = { hourlyCallerCap: 60, dailyCallerCap: 400, dailySpendCapCents: 1000, lookUpLineType: true };
    const within = { part: "limits", regions: ["US", "CA"], ...caps } as const;
    const above = { ...within, regions: ["US", "GB"], hourlyCallerCap: 61, dailySpendCapCents: 1001 };
    expect(await changeRecoverySettings(us, { ...within, regions: ["US", "CA"] })).toEqual({ ok: true });
    expect(await changeRecoverySettings(us, above)).toEqual({
      ok: false,
      errors: {
        regions: expect.stringContaining("the United Kingdom"),
        hourlyCallerCap: expect.stringContaining("60 callers at most"),
        dailySpendCapCents: expect.stringContaining("$10"),
      },
    });
    expect((await getRecoverySettings(us.workspaceId)).settings).toMatchObject(caps);
    await makeOperator(us.userId);
    expect(await changeRecoverySettings(us, above)).toEqual({ ok: true });
    const limits = await withWorkspace(us.workspaceId, (tx) => tx.select().from(workspaceLimits));
    expect(limits).toMatchObject([
      {
        regionsCeiling: ["US", "CA", "GB"],
        hourlyCallerCeiling: 61,
        dailyCallerCeiling: null,
        dailySpendCeilingCents: 1001,
      },
    ]);
  });

  it("raise the notice's version with its words and not without", async () => {
    const us = await workspace();
    const notice = "Sorry we missed you at {business}. We'll text you. Press 9 for no text.";
    const version = async () => (await getRecoverySettings(us.workspaceId)).settings.noticeVersion;
    await changeRecoverySettings(us, { part: "notice", noticeOn: true, notice });
    expect(await version()).toBe(2);
    await changeRecoverySettings(us, { part: "notice", noticeOn: false, notice });
    expect(await version()).toBe(2);
  });

  it("pause until a time, saying who, and resume", async () => {
    const us = await workspace();
    expect(await pauseRecovery({ ...us, hours: 1 })).toEqual({ ok: true });
    expect(await getRecoverySettings(us.workspaceId)).toMatchObject({ isPaused: true, pausedByName: "Dana Whitfield" });
    await resumeRecovery(us);
    expect(await getRecoverySettings(us.workspaceId)).toMatchObject({ isPaused: false, pausedByName: null });
    expect(await pauseRecovery({ ...us, hours: -1 })).toMatchObject({ ok: false });
    expect(await pauseRecovery({ ...us, hours: Number.NaN })).toMatchObject({ ok: false });
  });
});

describe("excluded numbers", () => {
  it("are pasted several at once, with names, and say per line what could not be read", async () => {
    const us = await workspace();
    const pasted = "Mom (503) 555-0142\n503-555-0143, Supplier\n\nnobody\n555\n+1 503 555 0142";
    const result = await addExcludedNumbers({ ...us, kind: "personal", pasted });
    expect(result).toMatchObject({ added: 2, unreadable: [{ line: 4 }, { line: 5 }] });
    const { numbers } = await listExcludedNumbers(us.workspaceId, { kind: "personal" });
    expect(numbers.map(({ e164, label }) => [e164, label])).toEqual([
      ["+15035550142", "Mom"],
      ["+15035550143", "Supplier"],
    ]);
  });

  it("move from one list to the other, keep their name and leave it once", async () => {
    const us = await workspace();
    await addExcludedNumbers({ ...us, kind: "personal", pasted: "Mom (503) 555-0142" });
    await addExcludedNumbers({ ...us, kind: "blocked", pasted: "(503) 555-0142" });
    expect((await listExcludedNumbers(us.workspaceId, { kind: "personal" })).numbers).toEqual([]);
    const [moved] = (await listExcludedNumbers(us.workspaceId, { kind: "blocked" })).numbers;
    expect(moved).toMatchObject({ label: "Mom" });
    await removeExcludedNumber({ ...us, id: moved?.id ?? "" });
    await removeExcludedNumber({ ...us, id: moved?.id ?? "" });
    expect((await listExcludedNumbers(us.workspaceId, { kind: "blocked" })).numbers).toEqual([]);
  });

  it("are listed a page at a time", async () => {
    const us = await workspace();
    await addExcludedNumbers({ ...us, kind: "blocked", pasted: Array.from({ length: 5 }, nextPhone).join("\n") });
    const first = await listExcludedNumbers(us.workspaceId, { kind: "blocked", size: 3 });
    const rest = await listExcludedNumbers(us.workspaceId, { kind: "blocked", size: 3, after: first.next ?? "" });
    expect([first.numbers.length, rest.numbers.length, rest.next]).toEqual([3, 2, null]);
  });
});

it("refuses members and finds nothing of another workspace", async () => {
  const us = await workspace();
  const them = await workspace();
  const member = { workspaceId: us.workspaceId, userId: await addMember(us.workspaceId) };
  const pasted = nextPhone();
  await expect(changeRecoverySettings(member, { part: "switch", textBackOn: false })).rejects.toThrow(Forbidden);
  await expect(pauseRecovery({ ...member, hours: 1 })).rejects.toThrow(Forbidden);
  await expect(addExcludedNumbers({ ...member, kind: "blocked", pasted })).rejects.toThrow(Forbidden);
  await addExcludedNumbers({ ...us, kind: "blocked", pasted });
  const [ours] = (await listExcludedNumbers(us.workspaceId, { kind: "blocked" })).numbers;
  await removeExcludedNumber({ ...them, id: ours?.id ?? "" });
  expect((await listExcludedNumbers(us.workspaceId, { kind: "blocked" })).numbers).toHaveLength(1);
  expect((await listExcludedNumbers(them.workspaceId, { kind: "blocked" })).numbers).toEqual([]);
});
