const MEGABYTE = 1_000_000;

/** What no argument here may be, whatever its type says. */
export const WRONG_TYPES: Record<string, () => unknown> = {
  null: () => null,
  "a number": () => Number.NaN,
  "a big integer": () => 1n,
  "a list": () => ["x"],
  "a list of lists, 5,000 deep": () => nested(5_000),
  "an object": () => ({ toString: "x", length: 1 }),
  "an object with a prototype of its own": () => JSON.parse('{"__proto__":{"slug":"x"},"constructor":{"prototype":1}}'),
  "a date that is none": () => new Date(Number.NaN),
  "a map": () => new Map([["slug", "x"]]),
  "a promise": () => new Promise(() => {}),
  "a form": () => new FormData(),
  "a megabyte": () => "x".repeat(MEGABYTE),
};

/** Texts that somebody may put into any field of a form, or where an argument is a text. */
export const ODD_TEXTS: Record<string, string> = {
  nothing: "",
  blanks: " \u00a0\u2003",
  "a megabyte": "x".repeat(MEGABYTE),
  "a megabyte of digits": "1".repeat(MEGABYTE),
  "a number, a megabyte of blanks and a letter": `5${" ".repeat(MEGABYTE)}b`,
  "half a megabyte of names of sites": "a-".repeat(MEGABYTE / 2),
  "half a megabyte of lines": "5\n".repeat(MEGABYTE / 2),
  "NUL in words": "a\0b",
  "NUL behind a number": "+12065550142\0",
  "halves of surrogate pairs": "\ud800 \udc00\ud83d",
  "a number with an exponent": "1e3",
  "a hexadecimal number": "0x10",
  "a number next to nothing": "1e-320",
  "Arabic digits": "١٢",
  "a negative number": "-1",
  "400 digits": "9".repeat(400),
  infinity: "Infinity",
  "a name of Object.prototype": "constructor",
  "the prototype": "__proto__",
  "a month beyond the calendar": "275760-10-01T00:00",
  "a day that is none": "2026-13-45T25:61",
  "an id that is none": "00000000-0000-4000-8000-00000000000g",
  "a path": "../../etc/passwd",
  "a statement": "'; drop table leads; --",
  placeholders: "{business}{__proto__}{{{",
  "letters that grow when they are normalised": "\ufdfa".repeat(500),
};

/** Fewer, for forms with a password: what is no refusal there is hashed, which takes its time. */
export const ODD_PASSWORDS = Object.fromEntries(
  ["nothing", "a megabyte", "NUL in words", "halves of surrogate pairs", "the prototype"].map((what) => [
    what,
    ODD_TEXTS[what] ?? "",
  ]),
);

function nested(depth: number): unknown {
  let value: unknown = "x";
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}
