import { expect, test } from "vitest";
import { guessTrade } from "./guess-trade";

test.each([
  ["Alder & Sons Plumbing", "plumbing"],
  ["The Drain Man", "plumbing"],
  ["Bright Dental of Salem", "dental"],
  ["Fern & Finch Salon", "salon"],
  ["Hairloom", "salon"],
  ["Ortega Law", "law"],
  ["Green Lawn Care", null],
  ["Nair Accounting", null],
])("%s is %s", (name, trade) => {
  expect(guessTrade(name)).toBe(trade);
});
