import { describe, expect, it } from "vitest";
import { readExcludedLines } from "./excluded-numbers-read";

describe("a pasted list", () => {
  it.each([
    ["(503) 555-0142", "+15035550142", ""],
    ["Mom (503) 555-0142", "+15035550142", "Mom"],
    ["503-555-0142, Mom", "+15035550142", "Mom"],
    ["503.555.0142\tMom and Dad", "+15035550142", "Mom and Dad"],
    ["Route 9 Supply: +1 503 555 0142", "+15035550142", "Route 9 Supply"],
    ["+44 20 7946 0958 London office", "+442079460958", "London office"],
  ])("reads %j", (pasted, e164, label) => {
    expect(readExcludedLines(pasted)).toEqual({ numbers: [{ e164, label }], unreadable: [] });
  });

  it("takes the same number once and keeps the name it has", () => {
    const { numbers } = readExcludedLines("5035550142\r\nMom 5035550142\n\n+15035550142");
    expect(numbers).toEqual([{ e164: "+15035550142", label: "Mom" }]);
  });

  it("says of each line what is wrong", () => {
    const { numbers, unreadable } = readExcludedLines("nobody\n555 0142\n5035550142");
    expect(numbers).toHaveLength(1);
    expect(unreadable).toMatchObject([
      { line: 1, typed: "nobody", why: "There is no phone number in this line." },
      { line: 2, typed: "555 0142", why: expect.stringContaining("too short") },
    ]);
  });

  it("stops at five hundred", () => {
    const many = Array.from({ length: 502 }, (_, index) => `+1503555${String(index).padStart(4, "0")}`);
    const { numbers, unreadable } = readExcludedLines(many.join("\n"));
    expect([numbers.length, unreadable.length]).toEqual([500, 2]);
  });
});
