import { expect, test } from "vitest";
import { readAmount, readWholeNumber } from "./read-number";

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
  ["1e3", undefined],
  ["0x10", undefined],
  ["1e-320", undefined],
  ["١٢", undefined],
  ["1.005", undefined],
  ["Infinity", undefined],
  ["9".repeat(1_000_000), undefined],
  [`$${" ".repeat(1_000_000)}5`, undefined],
])("reads %.20j as %j cents", (typed, cents) => {
  expect(readAmount(typed)).toBe(cents);
});

test.each([
  ["12", 12],
  [" 5 ", 5],
  ["1,200", 1200],
  ["007", 7],
  ["0", 0],
  ["", undefined],
  [" ", undefined],
  ["12,00", undefined],
  ["1.5", undefined],
  ["-1", undefined],
  ["+1", undefined],
  ["1e3", undefined],
  ["0x10", undefined],
  ["0b1", undefined],
  ["1e-320", undefined],
  ["١٢", undefined],
  ["NaN", undefined],
  ["9".repeat(400), undefined],
])("reads %.20j as %j", (typed, number) => {
  expect(readWholeNumber(typed)).toBe(number);
});
