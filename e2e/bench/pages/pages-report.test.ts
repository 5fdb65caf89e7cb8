import { expect, it } from "vitest";
import { pageBars, pagesTable } from "./pages-report";

const sizeOf = (index: number) => ({ calls: 1_000 * 10 ** index, first: 50 });
const pages = [
  { page: "Calls", sizes: [10, 12, 19].map((p50, index) => ({ ...sizeOf(index), p50, p95: p50 + 1 })) },
  { page: "Home", sizes: [10, 12, 21].map((p50, index) => ({ ...sizeOf(index), p50, p95: p50 + 1 })) },
];

it("holds the largest workspace to twice the smallest", () => {
  expect(pageBars(pages).map(({ value, held }) => [value, held])).toEqual([
    [1.9, true],
    [2.1, false],
  ]);
});

it("prints a line for each page", () => {
  expect(pagesTable(pages).split("\n")).toEqual([
    "  p50 (p95), ms  1,000 calls  10,000 calls  100,000 calls  first look  ratio    <= 2",
    "  Calls          10.0 (11.0)   12.0 (13.0)    19.0 (20.0)          50   1.90    held",
    "  Home           10.0 (11.0)   12.0 (13.0)    21.0 (22.0)          50   2.10  MISSED",
  ]);
});
