import { expect, test } from "vitest";
import { readEmailAddress } from "./email-address";

test.each([
  ["dana@example.com", "dana@example.com"],
  ["  Dana.Whitfield+Ringback@Example.COM \t", "dana.whitfield+ringback@example.com"],
  [`${"d".repeat(242)}@example.com`, `${"d".repeat(242)}@example.com`],
])("reads %.40j", (typed, email) => {
  expect(readEmailAddress(typed)).toEqual({ ok: true, email });
});

test.each([
  ["", /^Enter your email/],
  ["dana", /^Enter an email like/],
  ["dana@example", /^Enter an email like/],
  ["dana@example.com, luis@example.com", /^Use the letters a to z/],
  ["İ@example.com", /^Use the letters a to z/],
  ["dana@exämple.com", /^Use the letters a to z/],
  ["dana\u0000@example.com", /^Use the letters a to z/],
  [`${"d".repeat(243)}@example.com`, /^That is too long/],
  [`${"a.".repeat(50_000)}@x`, /^That is too long/],
])("refuses %.40j", (typed, words) => {
  expect(readEmailAddress(typed)).toEqual({ ok: false, words: expect.stringMatching(words) });
});
