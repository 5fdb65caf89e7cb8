import { expect, test } from "vitest";
import { parseDotenv } from "./dotenv.mjs";

test("reads names and values as people write them", () => {
  const text = [
    "# a comment",
    "PLAIN=one two",
    "export EXPORTED=yes",
    'QUOTED="Ringback <a@b.example>" # why',
    "HASH='a#b'",
    "COMMENTED=value # why",
    "ADDRESS=postgres://a:b@localhost/c?d=e#f",
    "EMPTY=",
    "not a line",
  ].join("\r\n");
  expect(parseDotenv(text)).toEqual({
    PLAIN: "one two",
    EXPORTED: "yes",
    QUOTED: "Ringback <a@b.example>",
    HASH: "a#b",
    COMMENTED: "value",
    ADDRESS: "postgres://a:b@localhost/c?d=e#f",
    EMPTY: "",
  });
});
