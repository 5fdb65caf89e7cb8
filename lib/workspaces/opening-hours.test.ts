import { expect, test } from "vitest";
import { HALF_HOURS, timeWords, weekdays } from "./opening-hours";

test("the working week is open, the weekend closed", () => {
  const span = { from: "09:00", to: "17:30" };
  expect(weekdays(span)).toEqual([[], [span], [span], [span], [span], [span], []]);
});

test("times are said as people say them", () => {
  expect(HALF_HOURS).toHaveLength(48);
  expect(["00:00", "08:00", "12:00", "12:30", "17:30", "23:30"].map(timeWords)).toEqual([
    "12 AM",
    "8 AM",
    "12 PM",
    "12:30 PM",
    "5:30 PM",
    "11:30 PM",
  ]);
});
