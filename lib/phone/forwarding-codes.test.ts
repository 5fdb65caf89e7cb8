import { describe, expect, it } from "vitest";
import { dialLink, FORWARDING_CODES, findForwardingCarrier } from "./forwarding-codes";

const NUMBER = "+15035550142";
const first = (id: string) => findForwardingCarrier(id)?.codes[0]?.activate(NUMBER);

describe("FORWARDING_CODES", () => {
  it.each([
    ["verizon", ["*715035550142"]],
    ["att", ["*61*15035550142#", "*67*15035550142#", "*62*15035550142#"]],
    ["t_mobile", ["**61*15035550142#", "**67*15035550142#", "**62*15035550142#"]],
    ["us_cellular", ["*925035550142", "*905035550142"]],
    ["us_landline", ["*925035550142", "*905035550142"]],
    ["us_cable", []],
    ["office_system", []],
    ["canada_mobile", ["**61*15035550142#", "**67*15035550142#", "**62*15035550142#"]],
    ["canada_landline", ["*925035550142", "*905035550142"]],
    ["other", ["**61*15035550142#", "**67*15035550142#", "**62*15035550142#"]],
  ])("tells %s to dial %j first", (id, codes) => {
    expect(first(id)).toEqual(codes);
  });

  it("has one row per carrier", () => {
    expect(new Set(FORWARDING_CODES.map(({ id }) => id)).size).toBe(FORWARDING_CODES.length);
  });

  it("offers something else when the first code does not work", () => {
    for (const { id, codes } of FORWARDING_CODES) {
      expect(codes.length, id).toBeGreaterThan(1);
      expect(new Set(codes.map((c) => c.activate(NUMBER).join())).size, id).toBe(codes.length);
    }
  });

  it("never tells anybody to forward every call", () => {
    for (const { codes } of FORWARDING_CODES) {
      for (const dialled of codes.flatMap((c) => c.activate(NUMBER))) expect(dialled).not.toMatch(/^\*72|^\*{1,2}21\*/);
    }
  });

  it("names a source, a day and a way back for every code", () => {
    for (const { codes, lastChecked } of FORWARDING_CODES) {
      expect(lastChecked).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      for (const code of codes) {
        expect(code.source).not.toBe("");
        expect(code.note).not.toMatch(/[!—]/);
        expect(code.deactivate.length > 0).toBe(code.confidence !== "portal");
      }
    }
  });

  it("finds nothing for a carrier it does not know", () => {
    expect(findForwardingCarrier("pigeon_post")).toBeNull();
    expect(findForwardingCarrier(null)).toBeNull();
  });
});

describe("dialLink", () => {
  it("escapes star and hash", () => {
    expect(dialLink("**61*15035550142#")).toBe("tel:%2A%2A61%2A15035550142%23");
  });
});
