import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { passwordProblem } from "./auth/password-problem";
import { classifyOptOut } from "./conversations/opt-out";
import { readAmount, readNumber, readWholeNumber } from "./format/read-number";
import { storable } from "./format/storable";
import { parseLocalTime } from "./leads/parse-local-time";
import { searchPatterns } from "./leads/search-patterns";
import { readCaller } from "./phone/caller-id";
import { formatPhone, parsePhone } from "./phone/e164";
import { searchNumbers } from "./phone/setup-search";
import { readExcludedLines } from "./recovery/excluded-numbers-read";
import { checkNotice, checkTextBack, LONGEST_WORDING } from "./recovery/text-back";
import { isSlug, slugFrom } from "./workspaces/slug";

const business = { business: "Alder & Sons" };

/** Every reader of a text that somebody else wrote, and what it says of one that is far too long. */
const READERS: Record<string, { read: (text: string) => unknown; tooLong: unknown }> = {
  parsePhone: { read: parsePhone, tooLong: { ok: false, why: "That is too long for a phone number." } },
  formatPhone: { read: (text) => formatPhone(text) === text, tooLong: true },
  readCaller: { read: (text) => readCaller(`+${text}`).kind, tooLong: "not_a_phone" },
  passwordProblem: { read: (text) => passwordProblem(text, ["Robin Fern"]), tooLong: "Keep it to 200 characters." },
  classifyOptOut: {
    read: (text) => classifyOptOut(text).verdict === classifyOptOut(text.slice(0, 2000)).verdict,
    tooLong: true,
  },
  readNumber: { read: readNumber, tooLong: undefined },
  readWholeNumber: { read: readWholeNumber, tooLong: undefined },
  readAmount: { read: readAmount, tooLong: undefined },
  parseLocalTime: { read: (text) => parseLocalTime(text, "UTC"), tooLong: null },
  searchPatterns: { read: (text) => (searchPatterns(text)?.words.length ?? 0) <= 202, tooLong: true },
  readExcludedLines: {
    read: (text) => readExcludedLines(text).unreadable.map(({ why }) => why)[0],
    tooLong: "That line is too long. Put one number on a line.",
  },
  checkTextBack: { read: (text) => checkTextBack(text, business)[0]?.problem, tooLong: "too_long" },
  checkNotice: { read: (text) => checkNotice(text, business)[0]?.problem, tooLong: "too_long" },
  isSlug: { read: isSlug, tooLong: false },
};

/** Repeated, these made patterns try again from every place in a text. */
const UNITS = ["5 ", "a-", "-", "1", "1,", "(503) 555-0142 ", "a.", "{", "\ufdfa", "+1", "0x", "é", "🛑", "."];

describe.each(Object.entries(READERS))("%s", (_, { read, tooLong }) => {
  it.each(UNITS)("refuses 100,000 times %j by its length", (unit) => {
    expect(read(`5${unit.repeat(100_000)}b`)).toEqual(tooLong);
  });

  it("has an answer to any text", () => {
    const pieces = fc.array(fc.oneof(fc.constantFrom(...UNITS), fc.string({ unit: "binary", maxLength: 5 })));
    fc.assert(
      fc.property(pieces, (parts) => {
        expect(() => read(parts.join(""))).not.toThrow();
      }),
    );
  });
});

it("asks no carrier for a place whose name is longer than any", async () => {
  expect(await searchNumbers(`Portland${" ".repeat(100_000)}OR`)).toMatchObject({ ok: false, badInput: true });
});

it("reads an opt-out by what one text can hold", () => {
  expect(classifyOptOut(`${"hello ".repeat(1_000)}. STOP`).verdict).toBe("none");
  expect(classifyOptOut(`STOP. ${"hello ".repeat(1_000)}`).verdict).toBe("opt_out");
});

it("judges a first text up to its longest", () => {
  expect(checkTextBack("x".repeat(LONGEST_WORDING), business).map(({ problem }) => problem)).toContain(
    "business_missing",
  );
});

it("makes an address of any name of a business", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (name) => {
      expect(slugFrom(name)).toSatisfy(isSlug);
    }),
  );
});

it("makes any text one that Postgres stores", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }), (text) => {
      const stored = storable(text);
      expect(stored).not.toContain("\0");
      expect(Buffer.from(stored, "utf8").toString("utf8")).toBe(stored);
      if (!text.includes("\0") && Buffer.from(text, "utf8").toString("utf8") === text) expect(stored).toBe(text);
    }),
  );
});
