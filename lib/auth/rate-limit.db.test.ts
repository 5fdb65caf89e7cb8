import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closeDatabase, lookUp } from "@/db/tenant";
import { giveBack, takeAttempt } from "./rate-limit";

beforeEach(() => lookUp(sql`delete from rate_limits`));
afterAll(closeDatabase);

const passed = (results: { ok: boolean }[]) => results.filter(({ ok }) => ok).length;
const attempt = { limit: "reset_address", by: "dana@alder.example" } as const;

test("lets exactly five through when forty come at once", async () => {
  expect(passed(await Promise.all(Array.from({ length: 40 }, () => takeAttempt(attempt))))).toBe(5);
});

test("says when to try again, and what else one can do", async () => {
  const said = async (one: typeof attempt | { limit: "sign_in_account_failures"; by: string }) => {
    for (let n = 0; n < 10; n++) await takeAttempt(one);
    const refused = await takeAttempt(one);
    return refused.ok ? "" : refused.words;
  };
  expect(await said(attempt)).toMatch(/^Too many tries for now\. Try again in ([1-5]?\d|60) minutes?\.$/);
  expect(await said({ limit: "sign_in_account_failures", by: "id:dana" })).toMatch(
    /^Too many tries for now\. Try again in ([1-9]|1[0-5]) minutes?\. Or let us mail you a link to sign in\.$/,
  );
});

test("counts each by itself", async () => {
  for (let n = 0; n < 5; n++) await takeAttempt(attempt);
  expect(await takeAttempt(attempt)).toMatchObject({ ok: false });
  expect(await takeAttempt({ ...attempt, by: "luis@alder.example" })).toEqual({ ok: true });
});

test("what is refused by one limit is not counted by another", async () => {
  const network = { limit: "reset_network", by: "203.0.113.9" } as const;
  for (let n = 0; n < 80; n++) await takeAttempt(network, attempt);
  const [row] = await lookUp<{ count: number }>(sql`select count from rate_limits where key like 'reset_network:%'`);
  expect(row).toEqual({ count: 5 });
});

test("writes no rows for what a network invents once that network is refused", async () => {
  const network = { limit: "reset_network", by: "203.0.113.9" } as const;
  for (let n = 0; n < 80; n++)
    await takeAttempt(network, { ...attempt, by: `${n}@alder.example`.padStart(5_000, "x") });
  const rows = await lookUp<{ key: string }>(sql`select key from rate_limits`);
  expect(rows).toHaveLength(61);
  expect(Math.max(...rows.map(({ key }) => key.length))).toBeLessThan(80);
});

test("what was given back can be taken again", async () => {
  for (let n = 0; n < 5; n++) await takeAttempt(attempt);
  await giveBack(attempt);
  expect(passed([await takeAttempt(attempt), await takeAttempt(attempt)])).toBe(1);
});

test("keeps no address in words", async () => {
  await takeAttempt(attempt);
  expect(JSON.stringify(await lookUp(sql`select key from rate_limits`))).not.toContain("alder");
});
