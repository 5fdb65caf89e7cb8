import { expect, it } from "vitest";
import { median, percentile } from "./statistics";

it("takes the nearest rank, whatever the order", () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect([1, 50, 99, 100].map((percent) => percentile(hundred, percent))).toEqual([1, 50, 99, 100]);
});

it("has the middle of three as their median, and none of nothing", () => {
  expect(median([30, 10, 20])).toBe(20);
  expect(median([])).toBeNaN();
});
