import { describe, expect, it } from "vitest";
import { measureText, straighten } from "./segments";

describe("straighten", () => {
  it.each([
    ["We’re here", "We're here"],
    ["‘quoted’ “twice”", "'quoted' \"twice\""],
    ["8–9 — or later…", "8-9 - or later..."],
    ["5\u00A0PM\u202Ftoday", "5 PM today"],
    ["zero\u200Bwidth", "zerowidth"],
    ["cafe\u0301", "café"],
    ["plain text stays", "plain text stays"],
    ["👍🏽 stays", "👍🏽 stays"],
  ])("turns %j into %j", (from, to) => {
    expect(straighten(from)).toBe(to);
  });
});

describe("measureText", () => {
  it.each([
    ["", 0, "gsm7", 0],
    ["a", 1, "gsm7", 1],
    ["a".repeat(160), 160, "gsm7", 1],
    ["a".repeat(161), 161, "gsm7", 2],
    ["a".repeat(306), 306, "gsm7", 2],
    ["a".repeat(307), 307, "gsm7", 3],
    ["€", 2, "gsm7", 1],
    ["^{}\\[~]|€", 18, "gsm7", 1],
    [`${"a".repeat(159)}€`, 161, "gsm7", 2],
    [`${"a".repeat(152)}€${"a".repeat(10)}`, 164, "gsm7", 2],
    [`${"a".repeat(152)}€${"a".repeat(151)}€`, 307, "gsm7", 3],
    ["ñ é à ü ß", 9, "gsm7", 1],
    ["á", 1, "unicode", 1],
    ["’", 1, "unicode", 1],
    ["👍", 2, "unicode", 1],
    ["й".repeat(70), 70, "unicode", 1],
    ["й".repeat(71), 71, "unicode", 2],
    ["й".repeat(134), 134, "unicode", 2],
    ["й".repeat(135), 135, "unicode", 3],
    [`${"й".repeat(66)}👍${"й".repeat(66)}`, 134, "unicode", 3],
  ])("measures %j", (body, characters, encoding, segments) => {
    expect(measureText(body)).toEqual({ characters, encoding, segments });
  });

  it("keeps a straightened text in one segment that a curly quote would have split", () => {
    const body = `We’re sorry we missed you. ${"x".repeat(100)}`;
    expect(measureText(body).segments).toBe(2);
    expect(measureText(straighten(body)).segments).toBe(1);
  });
});
