import { describe, expect, it } from "vitest";
import { formatCount, formatCounted, plural } from "./count";

describe("formatCount", () => {
  it.each([
    [0, "0"],
    [118, "118"],
    [9999, "9,999"],
    [10_000, "10k"],
    [12_400, "12.4k"],
    [12_499, "12.4k"],
    [999_999, "999.9k"],
    [1_000_000, "1M"],
    [2_350_000, "2.3M"],
    [-12_400, "-12.4k"],
  ])("shows %d as %s", (count, shown) => {
    expect(formatCount(count)).toBe(shown);
  });
});

describe("plural", () => {
  it.each([
    [0, "text", undefined, "0 texts"],
    [1, "text", undefined, "1 text"],
    [2, "text", undefined, "2 texts"],
    [3, "reply", "replies", "3 replies"],
    [12_400, "caller", undefined, "12.4k callers"],
  ])("says %d %s", (count, one, many, shown) => {
    expect(plural(count, one, many)).toBe(shown);
  });
});

describe("formatCounted", () => {
  it.each([
    [0, "0"],
    [999, "999"],
    [1000, "999+"],
  ])("shows %d, counted no further, as %s", (count, shown) => {
    expect(formatCounted(count)).toBe(shown);
  });

  it("says of a smaller count too that there are more", () => {
    expect(formatCounted(104, true)).toBe("104+");
    expect(formatCounted(1500, true)).toBe("999+");
  });
});
