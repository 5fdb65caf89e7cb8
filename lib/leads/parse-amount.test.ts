import { expect, test } from "vitest";
import { parseAmount } from "./parse-amount";

test.each([
  ["$1,850", 185_000],
  ["1850.5", 185_050],
  [" 0 ", 0],
  ["$ 12,345,678.90", 1_234_567_890],
  ["", null],
  ["12,34", undefined],
  ["-5", undefined],
  ["a lot", undefined],
  ["99999999999", undefined],
])("reads %j as %j cents", (typed, cents) => {
  expect(parseAmount(typed)).toBe(cents);
});
