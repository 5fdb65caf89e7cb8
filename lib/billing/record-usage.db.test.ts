import { afterAll, expect, it } from "vitest";
import { usageCallers } from "@/db/schema/billing";
import { closeDatabase, run, type Tx, withWorkspace } from "@/db/tenant";
import { makeWorkspace, nextPhone } from "@/db/testing/factories";
import { NotFound } from "../errors";
import { getBilling } from "./queries";
import { releaseUsage, reserveUsage, usageColumns, usageValues } from "./record-usage";

afterAll(closeDatabase);

const at = { now: new Date("2026-06-20T10:30:00Z"), anchorAt: new Date("2026-01-15T09:00:00Z") };

const NOBODY = "+15035550000";

async function read(tx: Tx, of: { workspaceId: string; callerE164?: string; now: Date; anchorAt: Date }) {
  const values = [of.workspaceId, of.callerE164 ?? NOBODY, ...usageValues(of)];
  const [row] = await run<Record<string, unknown>>(tx, `select ${usageColumns(3)}`, values);
  return row;
}

const amounts = (workspaceId: string) => withWorkspace(workspaceId, (tx) => read(tx, { workspaceId, ...at }));

it("counts fifty reservations at once exactly, and stops exactly at a cap", async () => {
  const { workspaceId } = await makeWorkspace();
  const one = (callerE164: string) =>
    withWorkspace(workspaceId, async (tx) => {
      const place = { tx, workspaceId, callerE164, isNewCallerThisMonth: true, cents: 2, ...at };
      const { callers_hour: before } = await reserveUsage(place);
      if (before < 30) return true;
      await releaseUsage(place);
      return false;
    });
  const results = await Promise.all(Array.from({ length: 50 }, () => one(nextPhone())));
  expect(results.filter(Boolean)).toHaveLength(30);
  const counted = { callers_hour: 30, callers_day: 30, callers_month: 30, spend_cents_day: 60, callerCounted: false };
  expect(await amounts(workspaceId)).toEqual(counted);
});

it("counts a caller of the month once and gives back what was not sent", async () => {
  const { workspaceId } = await makeWorkspace();
  const callerE164 = nextPhone();
  await withWorkspace(workspaceId, async (tx) => {
    const caller = { tx, workspaceId, callerE164, ...at };
    expect(await read(tx, caller)).toMatchObject({ callerCounted: false });
    await reserveUsage({ ...caller, isNewCallerThisMonth: true, cents: 1 });
    expect(await read(tx, caller)).toMatchObject({ callerCounted: true });
    await reserveUsage({ ...caller, isNewCallerThisMonth: false, cents: 1 });
    expect(await read(tx, caller)).toMatchObject({ callers_hour: 2, callers_month: 1, spend_cents_day: 2 });
    await releaseUsage({ ...caller, isNewCallerThisMonth: false, cents: 1 });
    await releaseUsage({ ...caller, isNewCallerThisMonth: true, cents: 1 });
    expect(await read(tx, caller)).toMatchObject({ callerCounted: false });
  });
  const nothing = { callers_hour: 0, callers_day: 0, callers_month: 0, spend_cents_day: 0, callerCounted: false };
  expect(await amounts(workspaceId)).toEqual(nothing);
});

it("starts every window anew when its time comes", async () => {
  const { workspaceId } = await makeWorkspace();
  const seen = await withWorkspace(workspaceId, async (tx) => {
    await reserveUsage({ tx, workspaceId, callerE164: nextPhone(), isNewCallerThisMonth: true, cents: 3, ...at });
    const in_ = (now: string) => read(tx, { workspaceId, anchorAt: at.anchorAt, now: new Date(now) });
    return [await in_("2026-06-20T11:00:00Z"), await in_("2026-06-21T00:00:00Z"), await in_("2026-07-15T00:00:00Z")];
  });
  expect(seen).toMatchObject([
    { callers_hour: 0, callers_day: 1, callers_month: 1, spend_cents_day: 3 },
    { callers_day: 0, callers_month: 1, spend_cents_day: 0 },
    { callers_month: 0 },
  ]);
});

it("shows what is used of the plan, for one's own workspace alone", async () => {
  const us = await makeWorkspace({ subscription: { plan: "free", status: "active" } });
  const them = await makeWorkspace();
  await withWorkspace(us.workspaceId, async (tx) => {
    const { now, since } = await getBilling(us.workspaceId);
    const caller = { tx, workspaceId: us.workspaceId, callerE164: nextPhone(), now, anchorAt: since };
    await reserveUsage({ ...caller, isNewCallerThisMonth: true, cents: 1 });
  });
  expect(await getBilling(us.workspaceId)).toMatchObject({
    numbersUsed: 1,
    membersUsed: 1,
    allowed: { used: 1, limit: 5 },
  });
  expect(await getBilling(them.workspaceId)).toMatchObject({ allowed: { used: 0, limit: null } });
  expect(await withWorkspace(them.workspaceId, (tx) => tx.select().from(usageCallers))).toEqual([]);
  await expect(getBilling("00000000-0000-4000-8000-000000000000")).rejects.toThrow(NotFound);
});
