import type { Trade } from "@/db/enums";

const SIGNS: [Trade, RegExp][] = [
  ["plumbing", /\b(plumb\w*|drains?|sewers?|pipes?|rooter)\b/i],
  ["dental", /\b(dent\w*|orthodont\w*|endodont\w*)\b/i],
  ["salon", /\b(salons?|hair\w*|barbers?|nails?|beauty|brows?|lashes)\b/i],
  ["law", /\b(law|lawyers?|legal|attorneys?)\b/i],
];

/** The trade that a business names in its own name, for set-up to begin with; null when it names none. */
export function guessTrade(businessName: string): Trade | null {
  return SIGNS.find(([, sign]) => sign.test(businessName))?.[0] ?? null;
}
