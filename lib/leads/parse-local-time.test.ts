import { expect, test } from "vitest";
import { parseLocalTime } from "./parse-local-time";

test.each([
  ["2026-06-15T08:00", "America/Los_Angeles", "2026-06-15T15:00:00.000Z"],
  ["2026-01-15T08:00", "America/New_York", "2026-01-15T13:00:00.000Z"],
  ["2026-06-15", "UTC", "2026-06-15T00:00:00.000Z"],
])("reads %s in %s", (typed, zone, instant) => {
  expect(parseLocalTime(typed, zone)?.toISOString()).toBe(instant);
});

test.each(["", "Monday", "2026-02-30T08:00", "2026-06-15T8"])("finds no time in %j", (typed) => {
  expect(parseLocalTime(typed, "UTC")).toBeNull();
});
