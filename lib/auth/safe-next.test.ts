import { expect, test } from "vitest";
import { safeNext } from "./safe-next";

test.each(["/w/alder", "/w/alder/calls?reason=landline#top", "/account"])("follows our own %s", (path) => {
  expect(safeNext(path)).toBe(path);
});

test.each([
  undefined,
  ["/w"],
  "",
  "w/alder",
  "https://evil.example/",
  "//evil.example/w",
  "/\\evil.example",
  "/\t/evil.example",
  "javascript:alert(1)",
])("goes to /w and not to %j", (next) => {
  expect(safeNext(next)).toBe("/w");
});
