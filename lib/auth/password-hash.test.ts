import { expect, test } from "vitest";
import { hashPassword, passwordMatches } from "./password-hash";

test("knows the password again, in whichever way it was typed, and no other", async () => {
  const hash = await hashPassword("caf\u00e9 am Montag");
  expect(await passwordMatches("cafe\u0301 am Montag", hash)).toBe(true);
  expect(await passwordMatches("cafe am Montag", hash)).toBe(false);
});

test("carries its parameters and never makes the same hash twice", async () => {
  const [first, second] = await Promise.all([
    hashPassword("copper elbow tuesday"),
    hashPassword("copper elbow tuesday"),
  ]);
  expect(first).toMatch(/^scrypt\$15\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
  expect(first).not.toBe(second);
});

test("does the same work for nobody and for an account without a password", { timeout: 30_000 }, async () => {
  const spent = async (hash: string | null) => {
    const before = process.cpuUsage();
    expect(await passwordMatches("copper elbow tuesday", hash)).toBe(false);
    return process.cpuUsage(before).user;
  };
  const known = await spent(await hashPassword("another password"));
  for (const hash of [null, "none"]) expect((await spent(hash)) / known).toBeGreaterThan(0.3);
});
