import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { workspaceLimits } from "@/db/schema/installation";
import { numbers } from "@/db/schema/phone";
import { recoverySettings } from "@/db/schema/workspaces";
import { withWorkspace } from "@/db/tenant";
import { addMember, allowOwners, makeOperator, makeWorkspace } from "@/db/testing/factories";
import { Forbidden } from "../errors";
import { countNumbersOfAll } from "../rights/limits";
import { connectNumber } from "./connect-number";
import { releaseNumber } from "./release-number";
import { attestRegistration } from "./setup-registration";
import { startTestAccount } from "./testing/account";

const { nextForSale } = await startTestAccount();

/** A workspace without a number, and its owner. */
async function newcomer(limits: Partial<typeof workspaceLimits.$inferInsert> = {}) {
  const { workspaceId, ownerId } = await makeWorkspace({
    number: { state: "released" },
    settings: { registration: "not_started" },
  });
  await withWorkspace(workspaceId, (tx) => tx.insert(workspaceLimits).values({ workspaceId, ...limits }));
  return { workspaceId, userId: ownerId };
}

const buyMany = (acting: { workspaceId: string; userId: string }, count: number) =>
  Promise.all(Array.from({ length: count }, () => connectNumber({ ...acting, e164: nextForSale() })));

it("sells an owner one number, however many are asked for at once", async () => {
  const us = await newcomer();
  const results = await buyMany(us, 12);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.find(({ ok }) => !ok)).toMatchObject({ words: expect.stringContaining("can get 1 number here") });
});

it("sells one again once the first is given up", async () => {
  const us = await newcomer();
  const [first] = await buyMany(us, 1);
  if (!first?.ok) throw new Error("The first was not sold");
  expect(await buyMany(us, 1)).toMatchObject([{ ok: false }]);
  await releaseNumber({ ...us, numberId: first.numberId, keepAtTwilio: false });
  expect(await buyMany(us, 1)).toMatchObject([{ ok: true }]);
});

it("sells no more once two were given up for others within 30 days", async () => {
  const us = await newcomer();
  const given = async () => {
    const [bought] = await buyMany(us, 1);
    if (bought?.ok) await releaseNumber({ ...us, numberId: bought.numberId, keepAtTwilio: false });
    return bought?.ok ? "sold" : bought?.words;
  };
  // The number it began with counts too.
  expect([await given(), await given()]).toEqual(["sold", "sold"]);
  expect(await given()).toMatch(/^This workspace got 3 numbers in 30 days\./);
  await withWorkspace(us.workspaceId, (tx) =>
    tx.update(numbers).set({ createdAt: sql`app_now() - interval '31 days'` }),
  );
  expect(await given()).toBe("sold");
});

it("keeps all owners together to the installation's number, when they buy at once", async () => {
  await allowOwners({ numbersForAll: 0 });
  const [blocked] = await buyMany(await newcomer(), 1);
  expect(blocked).toMatchObject({ ok: false, words: expect.stringContaining("no numbers left") });
  const before = await boughtNow();
  await allowOwners({ numbersForAll: before + 2 });
  const owners = await Promise.all(Array.from({ length: 6 }, () => newcomer()));
  const results = await Promise.all(owners.map((acting) => connectNumber({ ...acting, e164: nextForSale() })));
  expect(results.filter(({ ok }) => ok)).toHaveLength(2);
  await allowOwners({ numbersForAll: 100 });
});

async function boughtNow(): Promise<number> {
  const us = await newcomer();
  return withWorkspace(us.workspaceId, countNumbersOfAll);
}

it("goes by the workspace's own limit, and not at all for an operator", async () => {
  const none = await newcomer({ numbers: 0 });
  expect(await buyMany(none, 1)).toMatchObject([{ ok: false, words: expect.stringContaining("Ask for one") }]);
  await makeOperator(none.userId);
  expect(await buyMany(none, 2)).toMatchObject([{ ok: true }, { ok: true }]);
  const rows = await withWorkspace(none.workspaceId, (tx) =>
    tx.select({ origin: numbers.origin }).from(numbers).where(eq(numbers.state, "active")),
  );
  expect(rows).toEqual([{ origin: "bought_by_operator" }, { origin: "bought_by_operator" }]);
});

it("lets owners attest where the operator allows it, operators always, members never", async () => {
  const registrationOf = async (workspaceId: string) => {
    const [row] = await withWorkspace(workspaceId, (tx) => tx.select().from(recoverySettings));
    return row?.registration;
  };
  const us = await newcomer();
  expect(await attestRegistration(us)).toMatchObject({ ok: false, words: expect.stringContaining("operator") });
  expect(await registrationOf(us.workspaceId)).toBe("not_started");
  const allowed = await newcomer({ mayAttest: true });
  const member = { workspaceId: allowed.workspaceId, userId: await addMember(allowed.workspaceId) };
  await expect(attestRegistration(member)).rejects.toThrow(Forbidden);
  expect(await attestRegistration(allowed)).toEqual({ ok: true });
  expect(await registrationOf(allowed.workspaceId)).toBe("approved");
  await makeOperator(us.userId);
  expect(await attestRegistration(us)).toEqual({ ok: true });
  expect(await registrationOf(us.workspaceId)).toBe("approved");
});
