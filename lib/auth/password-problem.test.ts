import { expect, test } from "vitest";
import common from "./common-passwords.json" with { type: "json" };
import { passwordProblem } from "./password-problem";

const dana = ["Dana Whitfield", "Alder & Sons Plumbing", "dana@alderandsons.example"];

test.each([
  "copper elbow tuesday",
  "x7#Lq9!vTz",
  "three wet dogs",
  "høyre dør lås",
  "correct horse battery",
  "a long walk by the river",
  "ringback-demo",
  "brass valve monday",
])("takes %s", (password) => {
  expect(passwordProblem(password, dana)).toBeNull();
});

test.each(["", "short", "ninechars"])("wants ten characters, not %j", (password) => {
  expect(passwordProblem(password)).toMatch(/^Use 10 characters or more/);
});

test("counts letters, not code units", () => {
  expect(passwordProblem("🦊🐙🐝🐌🦋")).toMatch(/^Use 10/);
});

test.each([
  "aaaaaaaaaaaa",
  "abababababab",
  "1234567890",
  "0987654321",
  "abcdefghijkl",
  "password1234",
  "Qwertyuiop",
  "dana-whitfield",
  "alderandsons1",
  "1q2w3e4r5t",
  "q1w2e3r4t5",
  "zaq12wsxcde",
  "sunshine12",
  "princess12",
  "football123",
  "basketball",
  "liverpool1",
  "1qaz2wsx3edc",
  "abcd123456",
  "superman123",
  "asdfghjkl1",
  "qazwsxedcrfv",
  "pokemon1234",
  "password12345!",
  "!!2024monkey2024!!",
  "ｐａｓｓｗｏｒｄ１２３",
  "poiuytrewq",
  "mnbvcxzlkjh",
  "Ringback2026",
])("refuses the guessable %s", (password) => {
  expect(passwordProblem(password, dana)).toMatch(/^That is easy to guess/);
});

test("refuses what would only cost time to hash", () => {
  expect(passwordProblem("x7#Lq9!vTz".repeat(21))).toBe("Keep it to 200 characters.");
});

test("knows ten thousand common passwords, in the order of their frequency and with their source", () => {
  const list = common.passwords.split(" ");
  expect(new Set(list).size).toBe(10_000);
  expect(list.slice(0, 3)).toEqual(["123456", "password", "12345678"]);
  expect(common.source).toContain("zxcvbn");
  expect(common.licence).toMatch(/^MIT/);
});
