import { expect, test } from "vitest";
import { passwordProblem } from "./password-problem";

const dana = ["Dana Whitfield", "Alder & Sons Plumbing", "dana@alderandsons.example"];

test.each(["copper elbow tuesday", "x7#Lq9!vTz", "three wet dogs", "høyre dør lås"])("takes %s", (password) => {
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
])("refuses the guessable %s", (password) => {
  expect(passwordProblem(password, dana)).toMatch(/^That is easy to guess/);
});

test("refuses what would only cost time to hash", () => {
  expect(passwordProblem("x7#Lq9!vTz".repeat(21))).toBe("Keep it to 200 characters.");
});
