import { expect, it } from "vitest";
import { isAllowedPost, isE164 } from "./allowed";

const call = `PH${"0a".repeat(16)}`;

it.each(["phones", "calls", `calls/${call}/answer`, `calls/${call}/press`, "texts", "faults"])(
  "lets %s through",
  (path) => {
    expect(isAllowedPost(path)).toBe(true);
  },
);

it.each([
  "reset",
  "settings",
  "numbers",
  "calls/../reset",
  `calls/${call}/answer/more`,
  "phones/+15035550188",
  "",
  "events",
])("keeps %s out", (path) => {
  expect(isAllowedPost(path)).toBe(false);
});

it("knows a dialled number", () => {
  expect(isE164("+15035550188")).toBe(true);
  expect(isE164("5035550188")).toBe(false);
  expect(isE164("+1/../reset")).toBe(false);
});
