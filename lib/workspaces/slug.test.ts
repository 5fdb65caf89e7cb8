import { expect, test } from "vitest";
import { slugFrom } from "./slug";

test.each([
  ["Alder & Sons Plumbing", "alder-and-sons-plumbing"],
  ["Müller's Café", "mullers-cafe"],
  ["  24/7 Locksmith!  ", "24-7-locksmith"],
  ["水道屋", "workspace"],
  ["x".repeat(60), "x".repeat(40)],
  [`${"x".repeat(39)} y`, "x".repeat(39)],
])("%s becomes %s", (name, slug) => {
  expect(slugFrom(name)).toBe(slug);
});
