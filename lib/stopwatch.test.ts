import { afterEach, expect, it, vi } from "vitest";
import { stopwatch } from "./stopwatch";

afterEach(() => vi.useRealTimers());

it.for(["Date", "performance"] as const)("counts what either clock saw: %s", (moving) => {
  vi.useFakeTimers({ toFake: [moving] });
  const passed = stopwatch();
  vi.advanceTimersByTime(6_000);
  expect(passed()).toBeGreaterThanOrEqual(6_000);
  expect(passed()).toBeLessThan(7_000);
});

it("does not fall behind when the wall clock is set back", () => {
  vi.useFakeTimers({ toFake: ["Date", "performance"] });
  const passed = stopwatch();
  vi.advanceTimersByTime(2_000);
  vi.setSystemTime(Date.now() - 3_600_000);
  expect(passed()).toBe(2_000);
});
