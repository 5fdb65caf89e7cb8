import { expect, it } from "vitest";
import { KINDS } from "./kinds";
import type { Measured } from "./measure";
import { beyond } from "./report";

const kept: Measured = {
  name: "x",
  statuses: { 404: 400 },
  cpuMs: 2,
  leftKb: 0,
  peakKb: 900,
  besideMs: 12,
  refused: 0,
};

it("says which bar a kind passed beyond", () => {
  expect(beyond(kept)).toEqual([]);
  expect(beyond({ ...kept, cpuMs: 51 })).toEqual(["cpuMs"]);
  expect(beyond({ ...kept, leftKb: 6_000, peakKb: 70_000 })).toEqual(["leftKb", "peakKb"]);
  expect(beyond({ ...kept, besideMs: 301, refused: 1 })).toEqual(["besideMs", "refused"]);
  expect(beyond({ ...kept, statuses: { "-1": 1, 500: 1, 413: 1, 0: 1 } }).toSorted()).toEqual([
    "status -1",
    "status 500",
  ]);
});

it("tries at least forty kinds, each under a name of its own", () => {
  expect(KINDS.length).toBeGreaterThanOrEqual(40);
  expect(new Set(KINDS.map(({ name }) => name)).size).toBe(KINDS.length);
});
