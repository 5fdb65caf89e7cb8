import { generateSync } from "otplib";
import { expect, test, vi } from "vitest";
import { seal, unseal } from "./sealed";
import { newTotpSecret, totpAddress, totpStep } from "./totp";

vi.stubEnv("DATABASE_URL", "postgres://nowhere/nothing");

const now = new Date("2026-06-03T18:08:10Z");
const step = Math.floor(now.getTime() / 30_000);

test("knows the code of the RFC's example", () => {
  // RFC 6238, appendix B: the ASCII secret "12345678901234567890" at 59 seconds.
  const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  expect(totpStep(secret, "287 082", new Date(59_000))).toBe(1);
});

test("takes the code of this step and of those beside it, and no other", () => {
  const secret = newTotpSecret();
  const at = (offset: number) => generateSync({ secret, epoch: now.getTime() / 1000 + offset * 30 });
  const taken = [-2, -1, 0, 1, 2].map((offset) => totpStep(secret, at(offset), now));
  expect(taken).toEqual([null, step - 1, step, step + 1, null]);
});

test.each(["", "12345", "1234567", "abcdef", "12 34", "１２３４５６", "0".repeat(1_000)])("takes no %.20j", (typed) => {
  expect(totpStep(newTotpSecret(), typed, now)).toBeNull();
});

test("gives apps the address and the secret", () => {
  expect(totpAddress("dana@alder.example", "GEZDGNBV")).toBe(
    "otpauth://totp/Ringback:dana%40alder.example?secret=GEZDGNBV&issuer=Ringback",
  );
});

test("a seal opens for its own purpose and person alone, and not when it was changed", () => {
  const sealed = seal("totp", "dana", "GEZDGNBV");
  expect(sealed).not.toContain("GEZDGNBV");
  expect(seal("totp", "dana", "GEZDGNBV")).not.toBe(sealed);
  expect(unseal("totp", "dana", sealed)).toBe("GEZDGNBV");
  expect(unseal("totp", "luis", sealed)).toBeNull();
  expect(unseal("other", "dana", sealed)).toBeNull();
  expect(unseal("totp", "dana", `${sealed.slice(0, -4)}AAAA`)).toBeNull();
  expect(unseal("totp", "dana", "sealed")).toBeNull();
});
