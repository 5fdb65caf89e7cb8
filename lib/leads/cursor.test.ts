import fc from "fast-check";
import { expect, it } from "vitest";
import { decodeCursor, encodeCursor } from "./cursor";

const ID = "00000000-0000-4000-8000-000000000000";
const written = (text: string) => Buffer.from(text).toString("base64url");

it("reads what it wrote", () => {
  const cursor = { at: new Date("2026-03-01T12:00:00.123Z"), id: ID };
  expect(decodeCursor(encodeCursor(cursor))).toEqual(cursor);
});

it.each([
  ["nothing", ""],
  ["a day beyond what Postgres knows", written(`8640000000000000.${ID}`)],
  ["a day of the year 2300", written(`10413792000000.${ID}`)],
  ["a day before any call", written(`-3000000000000.${ID}`)],
  ["a number with an exponent", written(`1e12.${ID}`)],
  ["no id", written("1772366400123.")],
  ["another id", written("1772366400123.x")],
  ["more than there is", written(`1772366400123.${ID}.1`)],
  ["a megabyte", written("1".repeat(1_000_000))],
])("begins at the beginning for %s", (_, text) => {
  expect(decodeCursor(text)).toBeNull();
});

it("begins at the beginning for whatever else somebody writes", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(decodeCursor(text)).toBeNull();
    }),
  );
});
