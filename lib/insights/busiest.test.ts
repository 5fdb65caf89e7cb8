import { expect, it } from "vitest";
import { busiestSentence, hoursToShow } from "./busiest";

function table(...calls: [day: number, hour: number, count: number][]): number[][] {
  const empty = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  for (const [day, hour, count] of calls) (empty[day] ?? [])[hour] = count;
  return empty;
}

it("names two days when both are busy at the same hours", () => {
  const busy = table([1, 11, 3], [1, 12, 4], [1, 13, 2], [2, 11, 2], [2, 12, 3], [2, 13, 2], [4, 9, 1]);
  expect(busiestSentence(busy)).toBe("Tuesday and Wednesday, 11 to 2. That is 16 of your 17 missed calls.");
});

it("names one day when the next adds little", () => {
  expect(busiestSentence(table([0, 9, 6], [1, 9, 1]))).toBe("Monday, 7 to 10. That is 6 of your 7 missed calls.");
});

it("sees no pattern in a handful of calls", () => {
  expect(busiestSentence(table([0, 9, 2]))).toBe("Too few missed calls yet to see when they come.");
  expect(busiestSentence(table())).toBe("No missed calls to show yet.");
});

it("shows a working day, and every hour in which somebody called", () => {
  expect(hoursToShow(table())).toEqual({ first: 7, last: 18 });
  expect(hoursToShow(table([0, 5, 1], [3, 22, 1]))).toEqual({ first: 5, last: 22 });
});
