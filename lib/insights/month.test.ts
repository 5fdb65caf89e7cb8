import { expect, it } from "vitest";
import { monthBefore, monthFromKey, recentMonths } from "./month";

const zone = "America/Los_Angeles";
const now = new Date("2026-03-01T07:30:00Z");

it("begins and ends on the workspace's own midnight, across the change to summer time", () => {
  const march = monthFromKey(undefined, new Date("2026-03-20T12:00:00Z"), zone);
  expect(march).toEqual({
    key: "2026-03",
    name: "March",
    from: new Date("2026-03-01T08:00:00Z"),
    to: new Date("2026-04-01T07:00:00Z"),
    current: true,
  });
});

it("is still February in Los Angeles when London has March", () => {
  expect(monthFromKey(undefined, now, zone).key).toBe("2026-02");
});

it.each(["2026-13", "tomorrow", "2027-01", ""])("takes this month for %j", (key) => {
  expect(monthFromKey(key, now, zone)).toMatchObject({ key: "2026-02", current: true });
});

it("goes back over the turn of the year, and then names the year", () => {
  const january = monthFromKey("2026-01", now, zone);
  expect(monthBefore(january, now, zone)).toMatchObject({ key: "2025-12", name: "December 2025", current: false });
  expect(recentMonths(now, zone, 3).map(({ key }) => key)).toEqual(["2026-02", "2026-01", "2025-12"]);
});
