import { z } from "zod";
import { REGIONS } from "@/lib/recovery/settings-parts";
import * as shapes from "@/lib/shapes";

const MOST = 1_000_000;
const MOST_NUMBERS = 100;

const COUNT_WORDS = "Enter a whole number, 0 or more.";
const DOLLAR_WORDS = "Enter dollars, such as 10 or 2.50.";

const count = (most = MOST) =>
  shapes.wholeNumber(COUNT_WORDS).refine((value) => value <= most, `Enter ${most.toLocaleString("en-US")} at most.`);

const dollarsOrEmpty = shapes
  .amount(DOLLAR_WORDS)
  .refine((value) => value === null || value <= MOST * 100, "Enter $1,000,000 at most.");

const dollars = dollarsOrEmpty.transform((value, context) => {
  if (value !== null) return value;
  context.addIssue({ code: "custom", message: DOLLAR_WORDS });
  return z.NEVER;
});

/** An empty box keeps the installation's value. */
const countOrEmpty = (most = MOST) =>
  shapes.text(40, COUNT_WORDS).transform((typed, context) => {
    if (typed === "") return null;
    const read = count(most).safeParse(typed);
    if (read.success) return read.data;
    context.addIssue({ code: "custom", message: read.error.issues[0]?.message ?? COUNT_WORDS });
    return z.NEVER;
  });

const regionName = (code: string) => `region${code}`;

/** A box for each country. */
const regions = Object.fromEntries(REGIONS.map(({ code }) => [regionName(code), shapes.tick]));

export function tickedRegions(boxes: Record<string, unknown>): string[] {
  return REGIONS.map(({ code }) => code).filter((code) => boxes[regionName(code)] === true);
}

export const installationLimits = z.object({
  numbersPerWorkspace: count(MOST_NUMBERS),
  numbersForAll: count(),
  ownersMayAttest: shapes.tick,
  hourlyCallerCeiling: count(),
  dailyCallerCeiling: count(),
  dailySpendCeilingCents: dollars,
  dailyTextCeiling: count(),
  dailyRingCeilingCents: dollars,
  ...regions,
});

export const MAY_ATTEST = ["as_all", "yes", "no"] as const;

export const workspaceCaps = z.object({
  numbers: countOrEmpty(MOST_NUMBERS),
  mayAttest: shapes.oneOf(MAY_ATTEST),
  ownRegions: shapes.tick,
  hourlyCallerCeiling: countOrEmpty(),
  dailyCallerCeiling: countOrEmpty(),
  dailySpendCeilingCents: dollarsOrEmpty,
  dailyRingCeilingCents: dollarsOrEmpty,
  ...regions,
});
