import fc from "fast-check";
import { expect, it } from "vitest";
import { z } from "zod";
import { cursorText, param, searchWords } from "./query";
import { e164, id } from "./shapes";

const shape = z.object({ view: param(z.enum(["board", "table"])), q: param(searchWords), after: param(cursorText) });

it.each([
  [{}, {}],
  [
    { view: "table", q: " Robin ", after: "x" },
    { view: "table", q: "Robin", after: "x" },
  ],
  [{ view: ["table", "board"] }, { view: "table" }],
  [{ view: "constructor", after: "x".repeat(101) }, {}],
  [{ view: ["nothing", "table"] }, {}],
  [{ view: [] }, {}],
  [{ q: "a\0b\ud800" }, { q: "ab\uFFFD" }],
  [{ q: "x".repeat(400) }, { q: "x".repeat(100) }],
])("reads %j as %j", (query, read) => {
  expect(shape.parse(query)).toEqual(read);
});

it("refuses no address: what does not fit is as if it were not there", () => {
  const text = fc.string({ unit: "binary", maxLength: 300 });
  const value = fc.oneof(fc.constant(undefined), text, fc.array(text, { maxLength: 3 }));
  const other = z.object({ id: param(id), number: param(e164) });
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom("view", "q", "after", "__proto__"), value), (query) => {
      const { q = "", after = "" } = shape.parse(query);
      expect(q.length).toBeLessThanOrEqual(100);
      expect(q).not.toContain("\0");
      expect(after.length).toBeLessThanOrEqual(100);
    }),
  );
  fc.assert(
    fc.property(value, value, (id, number) => {
      expect(other.parse({ id, number })).toEqual({});
    }),
  );
});
