import { describe, expect, it } from "vitest";
import { type WeekSchedule, withinHours } from "./texting-hours";

const everyDay = (from: string, to: string): WeekSchedule => Array.from({ length: 7 }, () => [{ from, to }]);
const DAYTIME = everyDay("08:00", "21:00");
const WEEKDAYS: WeekSchedule = [[], ...everyDay("09:00", "17:00").slice(1, 6), []];
const LUNCH: WeekSchedule = Array.from({ length: 7 }, () => [
  { from: "13:00", to: "18:00" },
  { from: "08:00", to: "12:00" },
]);
const LA = "America/Los_Angeles";

describe("withinHours", () => {
  it.each([
    // Monday June 1 2026; Los Angeles is seven hours behind.
    ["before opening", DAYTIME, LA, "2026-06-01T14:59:59Z", false, "2026-06-01T15:00:00Z", null],
    ["at opening", DAYTIME, LA, "2026-06-01T15:00:00Z", true, null, "2026-06-02T04:00:00Z"],
    ["a second before closing", DAYTIME, LA, "2026-06-02T03:59:59Z", true, null, "2026-06-02T04:00:00Z"],
    ["at closing", DAYTIME, LA, "2026-06-02T04:00:00Z", false, "2026-06-02T15:00:00Z", null],
    ["on Friday evening", WEEKDAYS, LA, "2026-06-06T01:00:00Z", false, "2026-06-08T16:00:00Z", null],
    ["on Sunday", WEEKDAYS, LA, "2026-06-07T20:00:00Z", false, "2026-06-08T16:00:00Z", null],
    ["over lunch", LUNCH, LA, "2026-06-01T19:30:00Z", false, "2026-06-01T20:00:00Z", null],
    ["before lunch", LUNCH, LA, "2026-06-01T18:30:00Z", true, null, "2026-06-01T19:00:00Z"],
    ["in another zone", DAYTIME, "America/New_York", "2026-06-01T12:00:00Z", true, null, "2026-06-02T01:00:00Z"],
    ["half an hour off", DAYTIME, "America/St_Johns", "2026-06-01T10:29:00Z", false, "2026-06-01T10:30:00Z", null],
    // Clocks go forward on March 8 2026, back on November 1 2026.
    ["the night clocks go forward", DAYTIME, LA, "2026-03-08T09:00:00Z", false, "2026-03-08T15:00:00Z", null],
    ["the evening before", DAYTIME, LA, "2026-03-08T05:30:00Z", false, "2026-03-08T15:00:00Z", null],
    ["the day clocks go forward", DAYTIME, LA, "2026-03-08T15:00:00Z", true, null, "2026-03-09T04:00:00Z"],
    ["the night clocks go back", DAYTIME, LA, "2026-11-01T08:30:00Z", false, "2026-11-01T16:00:00Z", null],
    ["the day clocks go back", DAYTIME, LA, "2026-11-02T04:59:00Z", true, null, "2026-11-02T05:00:00Z"],
    ["past midnight", everyDay("20:00", "02:00"), LA, "2026-06-01T08:30:00Z", true, null, "2026-06-01T09:00:00Z"],
    [
      "past midnight, closed",
      everyDay("20:00", "02:00"),
      LA,
      "2026-06-01T09:00:00Z",
      false,
      "2026-06-02T03:00:00Z",
      null,
    ],
    ["until midnight", everyDay("08:00", "24:00"), LA, "2026-06-02T06:59:00Z", true, null, "2026-06-02T07:00:00Z"],
    ["with no hours at all", [[], [], [], [], [], [], []], LA, "2026-06-01T15:00:00Z", false, null, null],
    ["with an empty schedule", [], LA, "2026-06-01T15:00:00Z", false, null, null],
    ["always open", everyDay("00:00", "24:00"), LA, "2026-06-01T15:00:00Z", true, null, null],
    ["always open, written otherwise", everyDay("08:00", "08:00"), LA, "2026-06-01T15:00:00Z", true, null, null],
  ] as const)("%s", (_, schedule, timeZone, now, open, nextOpening, closesAt) => {
    const hours = withinHours(schedule, timeZone, new Date(now));
    expect({
      open: hours.open,
      nextOpening: hours.nextOpening?.toISOString().replace(".000", "") ?? null,
      closesAt: hours.closesAt?.toISOString().replace(".000", "") ?? null,
    }).toEqual({ open, nextOpening, closesAt });
  });

  it("opens one hour later than written when clocks skip the opening time", () => {
    const hours = withinHours(everyDay("02:30", "05:00"), LA, new Date("2026-03-08T09:00:00Z"));
    expect(hours.nextOpening?.toISOString()).toBe("2026-03-08T10:30:00.000Z");
  });

  it.each(["2026-03-02", "2026-06-01", "2026-10-26"])(
    "turns over exactly when it announced, in two weeks from %s",
    (from) => {
      for (let hour = 0; hour < 24 * 14; hour += 1) {
        const now = new Date(Date.parse(from) + (hour + 0.5) * 3_600_000);
        const { open, nextOpening, closesAt } = withinHours(WEEKDAYS, LA, now);
        const edge = open ? closesAt : nextOpening;
        expect(edge && edge > now).toBe(true);
        expect(edge && withinHours(WEEKDAYS, LA, edge).open).toBe(!open);
      }
    },
  );

  it.each(["25:00", "8am", "", "24:01"])("refuses %j as a time of day", (from) => {
    expect(() => withinHours(everyDay(from, "21:00"), LA, new Date("2026-06-01T15:00:00Z"))).toThrow(/time of day/);
  });
});
