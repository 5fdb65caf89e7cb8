import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mask, maskedBeginning } from "./mask";

/** Each made the old patterns, or would make an unbounded one, search anew from every place in it. */
const ADVERSARIAL: Record<string, string> = {
  letters: "y",
  digits: "1",
  "digits and signs": "+1 ",
  "digits in groups": "503-555-01 ",
  brackets: "(503",
  "beginnings of tokens": "-eyJ",
  "tokens without an end": "eyJa.",
  schemes: "a:",
  "schemes with their signs": "a+b.c-",
  addresses: "a://b",
  "credentials without an end": "a://b:c",
  headers: "basic ",
  "headers and spaces": "basic                 ",
  signs: "+",
  "encoded signs": "%2B1",
  spaces: " ",
};

describe("mask", () => {
  // In the square of this length each of them would take hours.
  it.for(Object.entries(ADVERSARIAL))("ends on a million characters of %s", ([, part]) => {
    const text = part.repeat(Math.ceil(1_000_000 / part.length));
    expect(mask(text).length).toBeLessThanOrEqual(text.length * 2);
  });

  it("finds a number or a secret wherever it stands", () => {
    const secrets = [
      "+15035550142",
      "503-555-0142",
      "(503) 555-0142",
      "postgres://me:hidden@db",
      "Bearer hidden-token",
    ];
    const around = fc.string({ maxLength: 200 });
    fc.assert(
      fc.property(around, around, fc.constantFrom(...secrets), (before, after, secret) => {
        expect(mask(`${before} ${secret} ${after}`)).not.toContain(secret);
      }),
    );
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        expect(mask(mask(text))).toBe(mask(text));
      }),
    );
  });
});

describe("maskedBeginning", () => {
  const MOST = 100;

  it("is the whole text, masked, where that is short enough", () => {
    expect(maskedBeginning("rang +15035550142", MOST)).toBe("rang +15•••42");
  });

  it("is bounded, and says how long the text was", () => {
    const cut = maskedBeginning("word ".repeat(100_000), MOST);
    expect(cut.length).toBeLessThan(MOST + 40);
    expect(cut).toMatch(/^word word .*… \(500000 characters\)$/);
  });

  it("shows no half of what the cut went through", () => {
    const secrets = [
      "+15035550142",
      "(503) 555-0142",
      "postgres://somebody:a-long-and-hidden-password@db",
      "Bearer 5550142-xyz",
    ];
    for (const secret of secrets) {
      for (let before = 0; before <= MOST; before++) {
        const shown = maskedBeginning(`${"x".repeat(before)} ${secret} ${"y".repeat(MOST)}`, MOST);
        expect(shown, `${secret} after ${before}`).not.toMatch(/55.?014|hidden|5550/);
      }
    }
  });
});
