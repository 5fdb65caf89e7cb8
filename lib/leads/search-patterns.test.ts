import { expect, it } from "vitest";
import { searchPatterns } from "./search-patterns";

it.each([
  ["karen", { words: "%karen%", digits: null, indexed: true }],
  ["(503) 555-0188", { words: "%(503) 555-0188%", digits: "%5035550188%", indexed: true }],
  ["42", { words: "%42%", digits: null, indexed: false }],
  ["5-0-3", { words: "%5-0-3%", digits: "%503%", indexed: false }],
  ["unit 420", { words: "%unit 420%", digits: null, indexed: true }],
  ["100%_\\", { words: "%100\\%\\_\\\\%", digits: null, indexed: true }],
  ["  ", null],
  [undefined, null],
])("%s", (search, patterns) => {
  expect(searchPatterns(search)).toEqual(patterns);
});
