import { expect, test } from "vitest";
import { hashPassword, passwordMatches } from "./password-hash";

const dana = { network: "203.0.113.9", isKnown: false };

test("knows the password again, in whichever way it was typed, and no other", { timeout: 60_000 }, async () => {
  const hash = await hashPassword("caf\u00e9 am Montag");
  expect(await passwordMatches("cafe\u0301 am Montag", hash, dana)).toBe(true);
  expect(await passwordMatches("cafe am Montag", hash, dana)).toBe(false);
});

test("carries its parameters and never makes the same hash twice", { timeout: 60_000 }, async () => {
  const [first, second] = await Promise.all([
    hashPassword("copper elbow tuesday"),
    hashPassword("copper elbow tuesday"),
  ]);
  expect(first).toMatch(/^scrypt\$15\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
  expect(first).not.toBe(second);
});

test("does the same work for nobody and for an account without a password", { timeout: 60_000 }, async () => {
  const spent = async (hash: string | null) => {
    const before = process.cpuUsage();
    expect(await passwordMatches("copper elbow tuesday", hash, dana)).toBe(false);
    return process.cpuUsage(before).user;
  };
  const known = await spent(await hashPassword("another password"));
  for (const hash of [null, "none"]) expect((await spent(hash)) / known).toBeGreaterThan(0.3);
});
