import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { workspaceLimits } from "@/db/schema/installation";
import { numbers } from "@/db/schema/phone";
import { auditLog, recoverySettings } from "@/db/schema/workspaces";
import { withWorkspace } from "@/db/tenant";
import { addMember, allowOwners, makeOperator, makeUser, makeWorkspace } from "@/db/testing/factories";
import { Forbidden, NotFound } from "../errors";
import { buyNumber, listNumbers, readNumber, updateNumber } from "../twilio/numbers";
import { numberUrls } from "../twilio/webhook-urls";
import { adoptNumber, connectNumber } from "./connect-number";
import { releaseNumber } from "./release-number";
import { listAdoptableNumbers } from "./setup-adoptable";
import { searchNumbers } from "./setup-search";
import { NO_URLS, startTestAccount } from "./testing/account";
import { checkWiring, repairWiring } from "./wiring-check";

const { carrier, nextForSale } = await startTestAccount();
// What owners may get is for the tests of their rights.
await allowOwners({ numbersPerWorkspace: 20, numbersForAll: 1000 });

const rowsOf = (workspaceId: string, e164: string) =>
  withWorkspace(workspaceId, (tx) => tx.select().from(numbers).where(eq(numbers.e164, e164)));

async function ownedE164s(): Promise<string[]> {
  const owned = await listNumbers();
  return owned.ok ? owned.numbers.map(({ e164 }) => e164) : [];
}

async function newcomer() {
  const { workspaceId, ownerId } = await makeWorkspace({ settings: { registration: "not_started" } });
  return { workspaceId, userId: ownerId };
}

it("finds numbers by area code and by city, and others when there are none", async () => {
  expect(await searchNumbers("(503)")).toMatchObject({ ok: true, where: "503" });
  expect(await searchNumbers("Seattle, WA")).toMatchObject({ ok: true, where: "Seattle" });
  expect(await searchNumbers("416")).toMatchObject({ ok: true, where: "416" });
  expect(await searchNumbers("Atlantis")).toMatchObject({ ok: true, where: null });
  expect(await searchNumbers("12")).toMatchObject({ ok: false, badInput: true });
});

it("buys a number, wires it and says who did", async () => {
  const us = await newcomer();
  const e164 = nextForSale();
  const connected = await connectNumber({ ...us, e164 });
  const [row] = await rowsOf(us.workspaceId, e164);
  expect(connected).toEqual({ ok: true, numberId: row?.id });
  expect(row).toMatchObject({ state: "active", wiringProblem: null, forwarding: "not_started" });
  const there = await readNumber(row?.providerSid ?? "");
  expect(there).toMatchObject({ ok: true, number: { e164, urls: numberUrls() } });
  const log = await withWorkspace(us.workspaceId, (tx) => tx.select().from(auditLog));
  expect(log).toMatchObject([{ action: "number.connected", actorUserId: us.userId, subject: row?.id }]);
});

it("gives one row when two workspaces buy the same number at once", async () => {
  const [one, two] = [await newcomer(), await newcomer()];
  const e164 = nextForSale();
  const results = await Promise.all([connectNumber({ ...one, e164 }), connectNumber({ ...two, e164 })]);
  expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  const rows = [...(await rowsOf(one.workspaceId, e164)), ...(await rowsOf(two.workspaceId, e164))];
  expect(rows).toHaveLength(1);
  expect(rows[0]?.state).toBe("active");
});

it("gives one row when two colleagues press at once, and pressing again changes nothing", async () => {
  const us = await newcomer();
  const e164 = nextForSale();
  const results = await Promise.all([connectNumber({ ...us, e164 }), connectNumber({ ...us, e164 })]);
  expect(results.some(({ ok }) => ok)).toBe(true);
  expect(await rowsOf(us.workspaceId, e164)).toHaveLength(1);
  expect((await connectNumber({ ...us, e164 })).ok).toBe(true);
  expect((await ownedE164s()).filter((owned) => owned === e164)).toHaveLength(1);
});

it("leaves no half row when Twilio refuses", async () => {
  const us = await newcomer();
  const e164 = nextForSale();
  carrier.setFaults({ requests: [{ operation: "number_buy", effect: "refuse", code: 21422 }] });
  expect(await connectNumber({ ...us, e164 })).toMatchObject({ ok: false, words: expect.stringContaining("taken") });
  expect(await rowsOf(us.workspaceId, e164)).toEqual([]);
});

it("finds a number whose purchase got no answer", async () => {
  const us = await newcomer();
  const e164 = nextForSale();
  carrier.setFaults({ requests: [{ operation: "number_buy", effect: "reset_after" }] });
  expect((await connectNumber({ ...us, e164 })).ok).toBe(true);
  expect(await rowsOf(us.workspaceId, e164)).toMatchObject([{ state: "active" }]);
});

it("keeps a purchase that nobody can tell of, and finishes it a minute later without buying twice", async () => {
  const us = await newcomer();
  const e164 = nextForSale();
  carrier.setFaults({
    requests: [
      { operation: "number_buy", effect: "reset_after" },
      // The look before the purchase is answered; the one after it is not.
      { operation: "other", effect: "error_before", after: 1 },
    ],
  });
  expect(await connectNumber({ ...us, e164 })).toMatchObject({
    ok: false,
    words: expect.stringContaining("didn't say"),
  });
  carrier.setFaults({});
  expect(await connectNumber({ ...us, e164 })).toMatchObject({ ok: false, words: expect.stringContaining("already") });
  await withWorkspace(us.workspaceId, (tx) =>
    tx
      .update(numbers)
      .set({ createdAt: new Date(0) })
      .where(eq(numbers.e164, e164)),
  );
  expect((await connectNumber({ ...us, e164 })).ok).toBe(true);
  expect((await ownedE164s()).filter((owned) => owned === e164)).toHaveLength(1);
});

it("mends a crash between purchase and row at the next try, without buying twice", async () => {
  const us = await newcomer();
  const e164 = nextForSale();
  await withWorkspace(us.workspaceId, (tx) =>
    tx.insert(numbers).values({ workspaceId: us.workspaceId, e164, createdAt: sql`app_now() - interval '2 minutes'` }),
  );
  await buyNumber({ e164, urls: NO_URLS });
  expect((await connectNumber({ ...us, e164 })).ok).toBe(true);
  const [row] = await rowsOf(us.workspaceId, e164);
  expect(row).toMatchObject({ state: "active", wiringProblem: null });
  expect((await ownedE164s()).filter((owned) => owned === e164)).toHaveLength(1);
});

it("keeps to the plan's numbers, also when two are bought at once", async () => {
  const { workspaceId, ownerId } = await makeWorkspace({ subscription: { plan: "team", status: "active" } });
  await withWorkspace(workspaceId, (tx) => tx.insert(workspaceLimits).values({ workspaceId, numbers: 9 }));
  const wishes = [nextForSale(), nextForSale(), nextForSale()];
  const results = await Promise.all(wishes.map((e164) => connectNumber({ workspaceId, userId: ownerId, e164 })));
  expect(results.filter(({ ok }) => ok)).toHaveLength(2);
  expect(results.find(({ ok }) => !ok)).toMatchObject({ words: expect.stringContaining("Team plan has 3 numbers") });
});

it("leaves an operator's other number alone, whoever asks to buy it, and whatever the carrier answers", async () => {
  const us = await newcomer();
  const e164 = nextForSale();
  const other = { ...NO_URLS, smsUrl: "https://other-app.test/sms" };
  const bought = await buyNumber({ e164, urls: other });
  const wish = { ...us, e164 };
  expect(await connectNumber(wish)).toMatchObject({ ok: false, words: expect.stringContaining("taken") });
  carrier.setFaults({ requests: [{ operation: "number_buy", effect: "hang_after" }] });
  expect(await connectNumber(wish)).toMatchObject({ ok: false, words: expect.stringContaining("taken") });
  expect(await rowsOf(us.workspaceId, e164)).toEqual([]);
  expect(await readNumber(bought.ok ? bought.number.sid : "")).toMatchObject({ number: { urls: other } });
});

it("adopts a number of the account for operators alone, who need not be of the workspace", async () => {
  const us = await newcomer();
  const { userId: operatorId } = await makeUser();
  await makeOperator(operatorId);
  const asOperator = { workspaceId: us.workspaceId, userId: operatorId };
  const e164 = nextForSale();
  const urls = { ...NO_URLS, voiceUrl: "https://elsewhere.test/voice" };
  const bought = await buyNumber({ e164, urls });
  const providerSid = bought.ok ? bought.number.sid : "";
  await expect(listAdoptableNumbers(us)).rejects.toThrow(Forbidden);
  await expect(adoptNumber({ ...us, providerSid })).rejects.toThrow(Forbidden);
  expect(await readNumber(providerSid)).toMatchObject({ number: { urls } });
  expect(await listAdoptableNumbers(asOperator)).toMatchObject({ numbers: [{ e164, inUseElsewhere: true }] });
  expect(await adoptNumber({ ...asOperator, providerSid })).toMatchObject({ ok: true });
  expect(await rowsOf(us.workspaceId, e164)).toMatchObject([{ origin: "adopted" }]);
  expect(await readNumber(providerSid)).toMatchObject({ number: { urls: numberUrls() } });
  expect(await listAdoptableNumbers(asOperator)).toEqual({ ok: true, numbers: [] });
});

it("gives back what was adopted when its owner gives it up, and deletes it for an operator", async () => {
  for (const isOperator of [false, true]) {
    const us = await newcomer();
    const { userId: operatorId } = await makeUser();
    await makeOperator(operatorId);
    const e164 = nextForSale();
    const bought = await buyNumber({ e164, urls: NO_URLS });
    const providerSid = bought.ok ? bought.number.sid : "";
    const adopted = await adoptNumber({ workspaceId: us.workspaceId, userId: operatorId, providerSid });
    const numberId = adopted.ok ? adopted.numberId : "";
    const by = { workspaceId: us.workspaceId, userId: isOperator ? operatorId : us.userId };
    expect(await releaseNumber({ ...by, numberId, keepAtTwilio: false })).toEqual({ ok: true });
    expect(await rowsOf(us.workspaceId, e164)).toMatchObject([{ state: "released" }]);
    expect((await ownedE164s()).includes(e164)).toBe(!isOperator);
    if (!isOperator) expect(await readNumber(providerSid)).toMatchObject({ number: { urls: NO_URLS } });
  }
});

it("deletes at Twilio what owners bought, and keeps it there for operators alone", async () => {
  const us = await newcomer();
  const e164 = nextForSale();
  const connected = await connectNumber({ ...us, e164 });
  if (!connected.ok) throw new Error(connected.words);
  const release = { ...us, numberId: connected.numberId };
  expect(await releaseNumber({ ...release, keepAtTwilio: true })).toMatchObject({
    ok: false,
    words: expect.stringContaining("operator"),
  });
  expect(await releaseNumber({ ...release, keepAtTwilio: false })).toEqual({ ok: true });
  expect(await rowsOf(us.workspaceId, e164)).toMatchObject([{ state: "released" }]);
  await expect(releaseNumber({ ...release, keepAtTwilio: false })).rejects.toThrow(NotFound);
  expect(await ownedE164s()).toEqual([]);
});

it("sees what is wrong at Twilio and repairs it", async () => {
  const us = await newcomer();
  const e164 = nextForSale();
  const connected = await connectNumber({ ...us, e164 });
  if (!connected.ok) throw new Error(connected.words);
  const which = { workspaceId: us.workspaceId, numberId: connected.numberId };
  expect(await checkWiring(which)).toEqual({ ok: true, problem: null });
  const [row] = await rowsOf(us.workspaceId, e164);
  await updateNumber(row?.providerSid ?? "", { ...numberUrls(), smsUrl: "" });
  expect(await checkWiring(which)).toMatchObject({ ok: true, problem: expect.stringContaining("Replies") });
  expect(await rowsOf(us.workspaceId, e164)).toMatchObject([{ wiringProblem: expect.stringContaining("Replies") }]);
  expect(await repairWiring({ ...us, ...which })).toEqual({ ok: true, problem: null });
  expect(await rowsOf(us.workspaceId, e164)).toMatchObject([{ wiringProblem: null }]);
});

it("needs no registration for a Canadian number and one as soon as a US number comes", async () => {
  const us = await makeWorkspace({ number: { e164: "+14165550777" }, settings: { registration: "not_needed" } });
  await connectNumber({ workspaceId: us.workspaceId, userId: us.ownerId, e164: nextForSale() });
  const [settings] = await withWorkspace(us.workspaceId, (tx) => tx.select().from(recoverySettings));
  expect(settings?.registration).toBe("not_started");
});

it("refuses members and finds nothing of another workspace", async () => {
  const us = await makeWorkspace();
  const them = await makeWorkspace();
  const member = await addMember(us.workspaceId);
  const asMember = { workspaceId: us.workspaceId, userId: member };
  const asOther = { workspaceId: them.workspaceId, userId: them.ownerId, numberId: us.numberId };
  await expect(connectNumber({ ...asMember, e164: nextForSale() })).rejects.toThrow(Forbidden);
  await expect(releaseNumber({ ...asMember, numberId: us.numberId, keepAtTwilio: false })).rejects.toThrow(Forbidden);
  await expect(
    connectNumber({ workspaceId: us.workspaceId, userId: them.ownerId, e164: nextForSale() }),
  ).rejects.toThrow(Forbidden);
  await expect(releaseNumber({ ...asOther, keepAtTwilio: false })).rejects.toThrow(NotFound);
  await expect(checkWiring(asOther)).rejects.toThrow(NotFound);
  await expect(repairWiring(asOther)).rejects.toThrow(NotFound);
});
