import { expect, it } from "vitest";
import { formatCents } from "./money";

it.each([
  [185_000, undefined, "$1,850"],
  [185_050, undefined, "$1,850.50"],
  [0, undefined, "$0"],
  [5, undefined, "$0.05"],
  [-4900, undefined, "-$49"],
  [4900, { billing: true }, "$49.00"],
  [0, { billing: true }, "$0.00"],
  [123_456_789, { billing: true }, "$1,234,567.89"],
])("shows %d cents (%j) as %s", (cents, options, shown) => {
  expect(formatCents(cents, options)).toBe(shown);
});
