import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { createCarrier } from "@/carrier/create-carrier";
import { messages } from "@/db/schema/leads";
import { numbers } from "@/db/schema/phone";
import { closeDatabase, lookUp, withWorkspace } from "@/db/tenant";
import { makeWorkspace, newSid, nextPhone } from "@/db/testing/factories";
import { skipTime } from "@/db/testing/skip-time";
import { keepStray } from "@/lib/conversations/keep-stray";
import { Forbidden, NotFound } from "@/lib/errors";
import { readHealth } from "@/lib/health/read-health";
import { closeQueue, connectQueue } from "@/lib/jobs/queue";
import { phoneCall, post } from "@/lib/recovery/testing/webhooks";
import { buyNumber, searchNumbers } from "@/lib/twilio/numbers";
import { changePlan } from "./change-plan";
import { cancelDeletion, deleteDueWorkspaces, GRACE_DAYS, listNumbersLeft, scheduleDeletion } from "./delete-workspace";
import { listFailedJobs, retryJob } from "./failed-jobs";
import { changeInstallationLimits, readInstallationLimits } from "./installation-limits";
import { listInstallation, listWorkspaceNames, readTotals } from "./list-installation";
import { listOperatorsActs } from "./operators-log";
import { resumeWorkspace, suspendWorkspace } from "./suspend-workspace";
import { someOperator } from "./testing/some-operator";
import { giveNumber, ignoreUnroutable, listUnroutable } from "./unroutable";
import { changeWorkspaceLimits, readWorkspaceLimits } from "./workspace-limits";

const carrier = await createCarrier({ accountSid: `AC${"0".repeat(32)}`, authToken: "12345" });
process.env.TWILIO_API_URL = carrier.url;
const userId = await someOperator();

afterAll(async () => {
  await carrier.close();
  await closeQueue();
  await closeDatabase();
});

const now = () => new Date();
const asked = () => ({ userId, monthStart: new Date(Date.now() - 86_400_000), now: now(), timeZone: "UTC" });
const rowOf = async (id: string) => (await listInstallation(asked())).rows.find((row) => row.id === id);
const actsOn = async (name: string) =>
  (await listOperatorsActs({ userId })).filter(({ workspace }) => workspace === name);
const noLimits = {
  numbers: null,
  mayAttest: null,
  regionsCeiling: null,
  hourlyCallerCeiling: null,
  dailyCallerCeiling: null,
  dailySpendCeilingCents: null,
  dailyRingCeilingCents: null,
};

it("is an operator's alone, all of it, and the lists are empty to anybody else who gets past that", async () => {
  const { ownerId, workspaceId } = await makeWorkspace();
  const acting = { userId: ownerId, workspaceId };
  for (const attempt of [
    () => listInstallation({ ...asked(), userId: ownerId }),
    () => readTotals({ ...asked(), userId: ownerId }),
    () => listWorkspaceNames(acting),
    () => suspendWorkspace(acting),
    () => resumeWorkspace(acting),
    () => scheduleDeletion(acting),
    () => cancelDeletion(acting),
    () => listNumbersLeft(acting),
    () => changePlan({ ...acting, plan: "team" }),
    () => readWorkspaceLimits(acting),
    () => changeWorkspaceLimits(acting, noLimits),
    () => readInstallationLimits(acting),
    async () => changeInstallationLimits(ownerId, await readInstallationLimits({ userId })),
    () => listUnroutable(acting),
    () => ignoreUnroutable({ ...acting, id: randomUUID() }),
    () => giveNumber({ ...acting, id: randomUUID() }),
    () => listFailedJobs(acting),
    () => retryJob({ ...acting, jobId: randomUUID() }),
    () => listOperatorsActs(acting),
  ])
    await expect(attempt(), String(attempt)).rejects.toThrow(Forbidden);
  const since = asked().monthStart.toISOString();
  for (const asker of [ownerId, randomUUID()]) {
    expect(await lookUp(sql`select * from operator_workspaces(${asker}, ${since}::timestamptz, null, 50)`)).toEqual([]);
    expect(await lookUp(sql`select * from workspace_names(${asker})`)).toEqual([]);
    expect(await lookUp(sql`select * from operator_totals(${asker}, ${since}::timestamptz)`)).toMatchObject([
      { workspaces: expect.any(Number), callers: 0 },
    ]);
  }
});

describe("the list of workspaces", () => {
  it("has states, counts and amounts, and nothing of a caller", async () => {
    const workspace = await makeWorkspace({ name: "Zinnia", settings: { noticeOn: false } });
    const from = nextPhone();
    await post(phoneCall(workspace.e164, { from }).incoming());
    await withWorkspace(workspace.workspaceId, async (tx) => {
      await tx.update(messages).set({ status: "unconfirmed", dueAt: null, body: "a secret between two people" });
      await tx.execute(sql`update recoveries set state = 'texted', texted_at = app_now()`);
      await tx.execute(sql`update leads set name = 'Marigold Canary'`);
    });
    const row = await rowOf(workspace.workspaceId);
    expect(row).toMatchObject({
      name: "Zinnia",
      owner: "Dana Whitfield",
      plan: "self_hosted",
      line: { words: "Live" },
      callers: 1,
      texts: 1,
      unconfirmed: 1,
      notDelivered: 0,
      suspendedAt: null,
      deleteAfter: null,
    });
    expect(row?.lastCallAt?.getTime()).toBeGreaterThan(Date.now() - 60_000);
    expect(row?.costCents).toBeGreaterThan(0);
    expect(await readTotals(asked())).toMatchObject({ callers: 1, typicalSeconds: expect.any(Number) });
    const shown = JSON.stringify(await listInstallation(asked()));
    for (const secret of [from, workspace.e164, "secret between", "Marigold"]) expect(shown).not.toContain(secret);
  });

  it("goes on where a page ended, by name", async () => {
    await makeWorkspace({ name: "alpha" });
    const names = (await listInstallation(asked())).rows.map(({ name }) => name.toLowerCase());
    expect(names).toEqual(names.toSorted());
    const { rows } = await listInstallation(asked());
    const [first, second] = rows;
    const rest = await listInstallation({ ...asked(), after: first?.id });
    expect(rest.rows[0]?.id).toBe(second?.id);
    expect(rest.next).toBeNull();
  });
});

describe("a workspace", () => {
  it("is suspended and resumed once each, says so itself, and the log says who did it", async () => {
    const { workspaceId } = await makeWorkspace({ name: "Suspended & Sons" });
    await suspendWorkspace({ userId, workspaceId });
    await expect(suspendWorkspace({ userId, workspaceId })).rejects.toThrow(NotFound);
    expect(await rowOf(workspaceId)).toMatchObject({
      line: { words: "Suspended by the operator" },
      suspendedAt: expect.any(Date),
    });
    await resumeWorkspace({ userId, workspaceId });
    await expect(resumeWorkspace({ userId, workspaceId })).rejects.toThrow(NotFound);
    expect(await rowOf(workspaceId)).toMatchObject({ line: { words: "Live" }, suspendedAt: null });
    expect((await actsOn("Suspended & Sons")).map(({ kind, by }) => [kind, by])).toEqual([
      ["workspace_resumed", "Robin Operator"],
      ["workspace_suspended", "Robin Operator"],
    ]);
  });

  it("is put on another plan", async () => {
    const { workspaceId } = await makeWorkspace({ name: "Planned" });
    await changePlan({ userId, workspaceId, plan: "solo" });
    expect(await rowOf(workspaceId)).toMatchObject({ plan: "solo", status: "active" });
    await changePlan({ userId, workspaceId, plan: "self_hosted" });
    expect(await rowOf(workspaceId)).toMatchObject({ plan: "self_hosted", status: "self_hosted" });
    expect((await actsOn("Planned"))[1]?.details).toEqual({ from: "self_hosted", to: "solo" });
    await expect(changePlan({ userId, workspaceId: randomUUID(), plan: "solo" })).rejects.toThrow(NotFound);
  });

  it("has caps of its own in place of the installation's", async () => {
    const { workspaceId } = await makeWorkspace({ name: "Capped" });
    expect(await readWorkspaceLimits({ userId, workspaceId })).toEqual(noLimits);
    const limits = { ...noLimits, numbers: 3, regionsCeiling: ["US"], dailySpendCeilingCents: 50 };
    await changeWorkspaceLimits({ userId, workspaceId }, limits);
    expect(await readWorkspaceLimits({ userId, workspaceId })).toEqual(limits);
    await changeWorkspaceLimits({ userId, workspaceId }, noLimits);
    expect(await readWorkspaceLimits({ userId, workspaceId })).toEqual(noLimits);
    expect((await actsOn("Capped"))[1]?.details).toMatchObject({ numbers: 3, regionsCeiling: "US" });
    await expect(changeWorkspaceLimits({ userId, workspaceId: randomUUID() }, limits)).rejects.toThrow(NotFound);
  });

  it("is deleted with everything in it once its grace is over, unless that was taken back", async () => {
    const [doomed, spared] = [await makeWorkspace({ name: "Doomed" }), await makeWorkspace({ name: "Spared" })];
    await post(phoneCall(doomed.e164).incoming());
    for (const { workspaceId } of [doomed, spared]) await scheduleDeletion({ userId, workspaceId });
    await expect(scheduleDeletion({ userId, workspaceId: doomed.workspaceId })).rejects.toThrow(NotFound);
    expect(await listNumbersLeft({ userId, workspaceId: doomed.workspaceId })).toEqual([doomed.e164]);
    await skipTime((GRACE_DAYS - 1) * 86_400);
    await deleteDueWorkspaces();
    expect(await rowOf(doomed.workspaceId)).toMatchObject({ deleteAfter: expect.any(Date) });
    await cancelDeletion({ userId, workspaceId: spared.workspaceId });
    await expect(cancelDeletion({ userId, workspaceId: spared.workspaceId })).rejects.toThrow(NotFound);
    await skipTime(86_401);
    await deleteDueWorkspaces();
    expect(await rowOf(doomed.workspaceId)).toBeUndefined();
    expect(await rowOf(spared.workspaceId)).toMatchObject({ deleteAfter: null, suspendedAt: expect.any(Date) });
    const left = await withWorkspace(doomed.workspaceId, (tx) => tx.select().from(numbers));
    expect(left).toEqual([]);
    const [act] = (await listOperatorsActs({ userId })).filter(({ kind }) => kind === "workspace_deleted");
    expect(act).toMatchObject({ by: null, workspace: null, details: { numbersLeft: 1 } });
    await skipTime(-GRACE_DAYS * 86_400 - 1);
  });
});

describe("unroutable webhooks", () => {
  const stray = (To: string, kind = "voice.incoming", why = "number_unknown") =>
    keepStray({ kind, why, params: { CallSid: newSid("CA"), From: nextPhone(), To } });

  it("stand in one line for each number of ours, without anybody's own", async () => {
    const [called, theirs] = [nextPhone(), nextPhone()];
    for (const _ of [1, 2, 3]) await stray(called);
    await stray(theirs, "message.status");
    await stray(theirs, "voice.status", "CallStatus levitating");
    await stray("not a number; drop table", "voice.incoming");
    const listed = await listUnroutable({ userId });
    expect(listed.find(({ calledE164 }) => calledE164 === called)).toMatchObject({
      about: "call",
      why: "number_unknown",
      times: 3,
    });
    expect(listed.filter(({ calledE164 }) => calledE164 === null)).toHaveLength(3);
    expect(JSON.stringify(listed)).not.toContain(theirs);
    expect(JSON.stringify(listed)).not.toContain("drop table");
    for (const { id } of listed) await ignoreUnroutable({ userId, id });
    expect(await listUnroutable({ userId })).toEqual([]);
    await expect(ignoreUnroutable({ userId, id: listed[0]?.id ?? "" })).rejects.toThrow(NotFound);
    await stray(called);
    expect(await listUnroutable({ userId })).toMatchObject([{ calledE164: called, times: 1 }]);
  });

  it("are ended by giving the number to a workspace, where the account has it", async () => {
    const found = await searchNumbers({ areaCode: "206", country: "US" });
    const e164 = found.ok ? (found.numbers[0]?.e164 ?? "") : "";
    const urls = { voiceUrl: "", voiceFallbackUrl: "", statusCallback: "", smsUrl: "", smsFallbackUrl: "" };
    await buyNumber({ e164, urls });
    const { workspaceId } = await makeWorkspace({ name: "Given" });
    const missing = nextPhone();
    await stray(e164);
    await stray(missing);
    const idOf = async (number: string) =>
      (await listUnroutable({ userId })).find(({ calledE164 }) => calledE164 === number)?.id ?? "";
    expect(await giveNumber({ userId, id: await idOf(missing), workspaceId })).toMatchObject({ ok: false });
    expect(await giveNumber({ userId, id: await idOf(e164), workspaceId })).toEqual({ ok: true });
    expect(await idOf(e164)).toBe("");
    expect(await listNumbersLeft({ userId, workspaceId })).toContain(e164);
    expect((await actsOn("Given")).map(({ kind }) => kind)).toEqual(["unroutable_webhook_given"]);
    const nowhere = { userId, id: await idOf(missing), workspaceId: randomUUID() };
    await expect(giveNumber(nowhere)).rejects.toThrow(NotFound);
  });
});

describe("failed jobs", () => {
  it("are listed by kind and code, without whom they are about, and tried again", async () => {
    const boss = await connectQueue({ supervise: false }).start();
    const id = (await boss.send("mail", { kind: "welcome", email: "canary@ringback.test" }, { retryLimit: 0 })) ?? "";
    await boss.fetch("mail");
    await boss.fail("mail", id, { message: "535 canary@ringback.test", code: "EAUTH" });
    await boss.stop({ graceful: false });
    const listed = await listFailedJobs({ userId });
    expect(listed).toMatchObject([{ id, queue: "mail", kind: "welcome", tries: 1, trouble: "password_refused" }]);
    expect(JSON.stringify(listed)).not.toContain("canary");
    expect((await readHealth("UTC")).queue.failedJobs).toBe(1);
    await retryJob({ userId, jobId: id });
    expect(await listFailedJobs({ userId })).toEqual([]);
    await expect(retryJob({ userId, jobId: id })).rejects.toThrow(NotFound);
    const [again] = await lookUp<{ state: string }>(sql`select state from pgboss.job where id = ${id}`);
    expect(again?.state).toBe("retry");
  });
});

it("keeps what the operator allows the owners of workspaces", async () => {
  const before = await readInstallationLimits({ userId });
  const wanted = { ...before, numbersPerWorkspace: 0, ownersMayAttest: true, regionsCeiling: ["US", "GB"] };
  await changeInstallationLimits(userId, wanted);
  expect(await readInstallationLimits({ userId })).toEqual(wanted);
  const [act] = (await listOperatorsActs({ userId })).filter(({ kind }) => kind === "installation_limits_changed");
  expect(act).toMatchObject({ by: "Robin Operator", details: { regionsCeiling: "US GB" } });
  expect((await readHealth("UTC")).carrier.regions).toEqual(["US", "GB"]);
});
