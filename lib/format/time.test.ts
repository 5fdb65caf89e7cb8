import { describe, expect, it } from "vitest";
import {
  formatClock,
  formatDay,
  formatDuration,
  formatFullMoment,
  formatMoment,
  formatRecentDay,
  formatWaiting,
} from "./time";

const LA = "America/Los_Angeles";
const now = new Date("2026-06-03T18:08:00Z");

describe("formatMoment", () => {
  it.each([
    ["2026-06-03T18:08:00Z", "11:08 AM"],
    ["2026-06-03T07:00:00Z", "12:00 AM"],
    ["2026-06-03T06:59:00Z", "Tue 11:59 PM"],
    ["2026-06-02T00:31:00Z", "Mon 5:31 PM"],
    ["2026-05-28T19:00:00Z", "Thu 12:00 PM"],
    ["2026-05-27T19:00:00Z", "May 27"],
    ["2026-06-04T00:00:00Z", "5:00 PM"],
    ["2026-06-09T15:00:00Z", "Tue 8:00 AM"],
    ["2026-06-10T15:00:00Z", "Jun 10"],
    ["2026-01-01T08:00:00Z", "Jan 1"],
    ["2026-01-01T07:59:00Z", "Dec 31, 2025"],
    ["2025-06-03T18:00:00Z", "Jun 3, 2025"],
  ])("shows %s as %s", (at, shown) => {
    expect(formatMoment(new Date(at), now, LA)).toBe(shown);
  });

  it("counts days in the zone across the night clocks change", () => {
    expect(formatMoment(new Date("2026-03-08T08:30:00Z"), new Date("2026-03-09T06:30:00Z"), LA)).toBe("12:30 AM");
  });
});

it.each([
  ["2026-06-03T07:00:00Z", "today"],
  ["2026-06-03T06:59:00Z", "Tuesday"],
  ["2026-05-28T19:00:00Z", "Thursday"],
  ["2026-05-27T19:00:00Z", "May 27"],
  ["2025-06-03T18:00:00Z", "Jun 3, 2025"],
])("formatRecentDay shows %s as %s", (at, shown) => {
  expect(formatRecentDay(new Date(at), now, LA)).toBe(shown);
});

describe("formatDay, formatClock and formatFullMoment", () => {
  it("speak in the workspace's zone", () => {
    const at = new Date("2026-06-03T02:05:00Z");
    expect(formatDay(at, now, LA)).toBe("Jun 2");
    expect(formatDay(new Date("2025-06-03T19:00:00Z"), now, LA)).toBe("Jun 3, 2025");
    expect(formatClock(at, LA)).toBe("7:05 PM");
    expect(formatClock(at, "America/New_York")).toBe("10:05 PM");
    expect(formatFullMoment(at, LA)).toBe("Tuesday, June 2, 2026, 7:05 PM PDT");
    expect(formatFullMoment(new Date("2026-12-03T02:05:00Z"), LA)).toBe("Wednesday, December 2, 2026, 6:05 PM PST");
  });
});

describe("formatDuration", () => {
  it.each([
    [0, "0 s"],
    [-3, "0 s"],
    [24, "24 s"],
    [59.6, "1 min"],
    [60, "1 min"],
    [252, "4 min 12 s"],
    [3600, "1 h"],
    [3900, "1 h 5 min"],
  ])("shows %d seconds as %s", (seconds, shown) => {
    expect(formatDuration(seconds)).toBe(shown);
  });
});

describe("formatWaiting", () => {
  const minute = 60_000;
  it.each([
    [-5, "under 1 min"],
    [59_999, "under 1 min"],
    [minute, "1 min"],
    [14 * minute + 59_000, "14 min"],
    [60 * minute, "1 h"],
    [65 * minute, "1 h 5 min"],
    [1439 * minute, "23 h 59 min"],
    [1440 * minute, "1 day"],
    [2 * 1440 * minute, "2 days"],
    [47 * 60 * minute, "1 day"],
  ])("shows %d ms as %s", (ms, shown) => {
    expect(formatWaiting(ms)).toBe(shown);
  });
});
