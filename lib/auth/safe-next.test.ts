import fc from "fast-check";
import { expect, test } from "vitest";
import { safeNext } from "./safe-next";

test.each(["/w/alder", "/w/alder/calls?reason=landline#top", "/account", "/w/alder?next=//evil.example"])(
  "follows our own %s",
  (path) => {
    expect(safeNext(path)).toBe(path);
  },
);

test.each([
  undefined,
  ["/w"],
  "",
  "w/alder",
  "https://evil.example/",
  "//evil.example/w",
  "///evil.example/w",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  " //evil.example",
  "/.//evil.example",
  "/./\\evil.example",
  "/..//evil.example",
  "/%2e//evil.example",
  "/%2E%2e//evil.example",
  "/w/..//evil.example",
  "/\t.\n//evil.example",
  "/;@evil.example/../..//evil.example",
  "javascript:alert(1)",
  `/${"w".repeat(2_000)}`,
])("goes to /w and not to %j", (next) => {
  expect(safeNext(next)).toBe("/w");
});

const pieces = ["/", "//", "\\", ".", "..", "%2e", "%2f", "%5c", "@", ":", "?", "#", "\t", "\n", "\r", "\u0000", " "];
const anything = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.webUrl(),
  fc
    .array(fc.oneof(fc.constantFrom(...pieces, "evil.example", "http:", "w"), fc.string()), { maxLength: 12 })
    .map((parts) => `/${parts.join("")}`),
);

test("stays on the site for any string, however often a browser or this function reads the answer", () => {
  fc.assert(
    fc.property(anything, (next) => {
      const once = safeNext(next);
      const site = "https://ringback.test";
      const read = new URL(once, `${site}/sign-in`);
      expect(read.origin).toBe(site);
      expect(safeNext(once)).toBe(once);
      expect(new URL(read.href.slice(site.length), site).origin).toBe(site);
    }),
    { numRuns: 3_000 },
  );
});
