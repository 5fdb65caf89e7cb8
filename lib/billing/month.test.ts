import { expect, it } from "vitest";
import { monthStart, nextMonthStart, reachedAt } from "./month";

it.each([
  ["2026-01-15T22:30:00Z", "2026-06-20T00:00:00Z", "2026-06-15", "2026-07-15"],
  ["2026-01-15T22:30:00Z", "2026-06-15T00:00:00Z", "2026-06-15", "2026-07-15"],
  ["2026-01-15T22:30:00Z", "2026-06-14T23:59:59Z", "2026-05-15", "2026-06-15"],
  ["2026-01-15T22:30:00Z", "2026-01-15T23:00:00Z", "2026-01-15", "2026-02-15"],
  ["2026-03-31T12:00:00Z", "2026-02-28T00:00:00Z", "2026-02-28", "2026-03-31"],
  ["2026-03-31T12:00:00Z", "2026-03-30T23:59:59Z", "2026-02-28", "2026-03-31"],
  ["2026-03-31T12:00:00Z", "2028-02-29T10:00:00Z", "2028-02-29", "2028-03-31"],
  ["2026-03-31T12:00:00Z", "2026-05-01T00:00:00Z", "2026-04-30", "2026-05-31"],
  ["2026-01-01T00:00:00Z", "2026-12-31T23:59:59Z", "2026-12-01", "2027-01-01"],
  ["2026-01-20T00:00:00Z", "2027-01-05T00:00:00Z", "2026-12-20", "2027-01-20"],
])("with the anchor %s, %s is in the month from %s to %s", (anchor, now, from, to) => {
  expect(monthStart(new Date(anchor), new Date(now))).toEqual(new Date(`${from}T00:00:00Z`));
  expect(nextMonthStart(new Date(anchor), new Date(now))).toEqual(new Date(`${to}T00:00:00Z`));
});

it.each([
  [50, 100, "2026-06-16", "2026-07-01"],
  [20, 100, "2026-06-16", null],
  [100, 100, "2026-06-16", null],
  [2, 5, "2026-06-16", null],
  [4, 5, "2026-06-01", null],
])("with %d of %d callers on %s, the limit is reached on %s", (used, limit, now, reached) => {
  const month = { since: new Date("2026-06-01T00:00:00Z"), until: new Date("2026-07-02T00:00:00Z") };
  const at = reachedAt({ ...month, used, limit, now: new Date(`${now}T00:00:00Z`) });
  expect(at?.toISOString().slice(0, 10) ?? null).toBe(reached);
});
