import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closeDatabase, lookUp } from "@/db/tenant";
import { makeUser } from "@/db/testing/factories";
import { forgetAttempts, giveBack, takeAttempt } from "./rate-limit";
import { signIn, WRONG_SIGN_IN } from "./sign-in";
import { givePassword } from "./testing/give-password";

beforeEach(() => lookUp(sql`delete from rate_limits`));
afterAll(closeDatabase);

const passed = (results: { ok: boolean }[]) => results.filter(({ ok }) => ok).length;
const attempt = { limit: "sign_in_address", by: "dana@alder.example" } as const;

test("lets exactly ten through when forty come at once", async () => {
  expect(passed(await Promise.all(Array.from({ length: 40 }, () => takeAttempt(attempt))))).toBe(10);
});

test("says when to try again", async () => {
  for (let n = 0; n < 10; n++) await takeAttempt(attempt);
  const refused = await takeAttempt(attempt);
  expect(refused.ok ? "" : refused.words).toMatch(/^Too many tries for now\. Try again in ([1-9]|1[0-5]) minutes?\.$/);
});

test("counts an address in any spelling, and each address by itself", async () => {
  for (let n = 0; n < 10; n++) await takeAttempt(attempt);
  expect(await takeAttempt({ ...attempt, by: " DANA@alder.example " })).toMatchObject({ ok: false });
  expect(await takeAttempt({ ...attempt, by: "luis@alder.example" })).toEqual({ ok: true });
});

test("what is refused by one limit is not counted by another", async () => {
  const network = { limit: "reset_network", by: "203.0.113.9" } as const;
  const address = { limit: "reset_address", by: "dana@alder.example" } as const;
  for (let n = 0; n < 80; n++) await takeAttempt(network, address);
  const [row] = await lookUp<{ count: number }>(sql`select count from rate_limits where key like 'reset_network:%'`);
  expect(row).toEqual({ count: 5 });
});

test("what was given back or forgotten can be taken again", async () => {
  for (let n = 0; n < 10; n++) await takeAttempt(attempt);
  await giveBack(attempt);
  expect(passed([await takeAttempt(attempt), await takeAttempt(attempt)])).toBe(1);
  await forgetAttempts(attempt);
  expect(await takeAttempt(attempt)).toEqual({ ok: true });
});

test("keeps no address in words", async () => {
  await takeAttempt(attempt);
  expect(JSON.stringify(await lookUp(sql`select key from rate_limits`))).not.toContain("alder");
});

test("signing in says the same to a wrong password and to an address nobody has, until both are stopped", async () => {
  const { userId, email } = await makeUser();
  await givePassword(userId, "copper elbow tuesday");
  const said = async (address: string) => {
    for (let n = 0; n < 8; n++) await takeAttempt({ limit: "sign_in_address", by: address });
    const words = [];
    for (let n = 0; n < 3; n++) {
      const result = await signIn({ email: address, password: "a guess of mine", network: "203.0.113.9" });
      words.push(result.ok ? "signed in" : result.words.replace(/\d+ minutes?/, "a while"));
    }
    return words;
  };
  const known = await said(email);
  expect(known).toEqual([WRONG_SIGN_IN, WRONG_SIGN_IN, "Too many tries for now. Try again in a while."]);
  expect(await said("nobody@ringback.test")).toEqual(known);
});

test("signing in well costs nobody anything", async () => {
  const { userId, email } = await makeUser();
  await givePassword(userId, "copper elbow tuesday");
  for (let n = 0; n < 2; n++) {
    expect(await signIn({ email, password: "copper elbow tuesday", network: "203.0.113.9" })).toMatchObject({
      ok: true,
    });
  }
  const counts = await lookUp<{ count: number }>(sql`select count from rate_limits`);
  expect(counts.every(({ count }) => count === 0)).toBe(true);
});
