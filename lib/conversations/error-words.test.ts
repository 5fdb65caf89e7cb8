import { describe, expect, it } from "vitest";
import { errorWords, knownErrorCodes } from "./error-words";

const BY_KIND = {
  opted_out: [21610],
  unreachable: [21211, 21214, 21614, 21635, 30003, 30005, 30006],
  not_registered: [30034, 30032, 30033, 30035, 30022, 30023, 30027, 21608],
  filtered: [30004, 30007, 30450, 30610, 30640],
  sender: [
    21212, 21606, 21659, 21660, 21703, 21704, 21705, 21712, 21408, 21612, 21215, 21216, 21404, 21421, 21422, 21452,
    21649,
  ],
  account: [20003, 30002, 20404],
  transient: [20429, 21611, 30001, 30008, 30017, 30410],
  other: [
    21617, 14107, 11200, 11205, 11206, 11210, 11215, 11235, 11237, 11750, 11751, 11770, 12100, 12200, 12300, 12400,
    13201, 13214, 13223, 13224, 13225, 13226, 13227,
  ],
} as const;

describe("errorWords", () => {
  it.each(Object.entries(BY_KIND))("calls every known code of the kind %s so", (kind, codes) => {
    for (const code of codes) expect(errorWords(code).kind).toBe(kind);
  });

  it("has exactly the known codes", () => {
    expect(knownErrorCodes().toSorted()).toEqual(Object.values(BY_KIND).flat().toSorted());
  });

  it.each([
    [30003, "Their phone is off or out of range"],
    [30004, "Their phone blocks our texts"],
    [30005, "That number isn't in service"],
    [30006, "This is a landline"],
    [30007, "Carriers filtered it as spam"],
    [30034, "Your texting isn't registered yet"],
    [21610, "They opted out"],
  ])("says of %d: %s", (code, words) => {
    expect(errorWords(code).words).toBe(words);
    expect(errorWords(String(code)).words).toBe(words);
  });

  it.each([99999, 0, "", "abc", null, undefined])("has words for the unknown code %j", (code) => {
    expect(errorWords(code)).toEqual({
      words: "Not delivered, carrier gave no reason",
      kind: "other",
      remedy: "Call back",
    });
  });

  it("offers nothing against an opt-out, and one remedy against everything else", () => {
    for (const code of knownErrorCodes()) {
      const { remedy, kind, words } = errorWords(code);
      expect(remedy === null).toBe(kind === "opted_out");
      expect(words).not.toMatch(/[!—]|SMS|10DLC/);
    }
  });
});
