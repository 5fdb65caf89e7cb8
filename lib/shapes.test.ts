import { describe, expect, it } from "vitest";
import type { z } from "zod";
import * as shapes from "./shapes";

/** What a field says of a text: the value it reads, or the words of its refusal. */
function read(shape: z.ZodType, typed: unknown): unknown {
  const result = shape.safeParse(typed);
  return result.success ? result.data : result.error.issues[0]?.message;
}

const HOURS = "Enter a number of hours.";
const MONEY = "Enter an amount.";

describe("numbers", () => {
  it.each([
    [" 5 ", 5],
    ["1,200", 1200],
    ["", HOURS],
    ["1e3", HOURS],
    ["0x10", HOURS],
    ["1e-320", HOURS],
    ["١٢", HOURS],
    ["2.5", HOURS],
    ["-1", HOURS],
    ["9".repeat(400), HOURS],
  ])("reads %.20j as %j", (typed, value) => {
    expect(read(shapes.wholeNumber(HOURS), typed)).toBe(value);
  });

  it.each([
    ["$1,850.50", 185_050],
    ["", null],
    ["1e3", MONEY],
    ["0x10", MONEY],
    [" ".repeat(1_000_000), MONEY],
  ])("reads %.20j as %j cents", (typed, value) => {
    expect(read(shapes.amount(MONEY), typed)).toBe(value);
  });
});

it("takes a box as ticked only for what browsers send", () => {
  expect(["on", "off", "true", undefined].map((sent) => read(shapes.tick, sent))).toEqual([true, false, false, false]);
});

it.each([
  ["dana@example.com ", "dana@example.com"],
  ["dana", "Enter an email like dana@example.com."],
  [`${"a".repeat(300)}@example.com`, "That is too long for an email."],
])("reads %.20j as an email", (typed, value) => {
  expect(read(shapes.email, typed)).toBe(value);
});

it.each(["fern", "fern-2", "2fern", "f".repeat(80)])("takes %.20j for a slug", (slug) => {
  expect(read(shapes.slug, slug)).toBe(slug);
});

it.each(["", "-fern", "Fern", "fern/..", "fern\n", "f".repeat(81), "é", 7, null])("takes %.20j for no slug", (slug) => {
  expect(shapes.slug.safeParse(slug).success).toBe(false);
});

it.each(["1899-12-31", "2200-01-02", "+275760-09-13", "-000001-01-01", "nonsense"])(
  "keeps %j out of the database",
  (day) => {
    expect(shapes.moment.safeParse(new Date(day)).success).toBe(false);
  },
);
