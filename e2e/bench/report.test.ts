import { expect, it } from "vitest";
import { barsTable, latencyBars, ratiosOf } from "./report";

const at = (perSecond: number) => ({ perSecond, p50: 1, p99: 2, serverMs: 1, databaseMs: 1 });
const spread = (p99: number) => ({ p50: 1, p95: 1, p99, max: p99 });

it("divides by the bare server, and says which bar is missed", () => {
  const bars = ratiosOf({ a: at(20), b: at(80), c: at(100), d: at(160) });
  expect(bars.map(({ what, value, held }) => [what, value, held])).toEqual([
    ["(a)/(c)", 0.2, false],
    ["(b)/(c)", 0.8, true],
    ["(c)/(d)", 0.625, null],
  ]);
  expect(barsTable(bars)).toContain("MISSED");
});

it("leaves out a ratio whose half was not measured", () => {
  expect(ratiosOf({ b: at(80), c: at(100) }).map(({ what }) => what)).toEqual(["(b)/(c)"]);
});

it("holds the answers to 300 ms, the texts to 5 s, and every caller to one text", () => {
  const latency = {
    ...{ calls: 1, webhooks: 3, refused: 0, notTextedOnce: 2 },
    ...{ answer: spread(300), missToRequest: spread(5_001), arrivalToRequest: spread(9_000) },
  };
  expect(latencyBars(latency).map(({ held }) => held)).toEqual([true, false, true, false]);
});
