const MOST_CENTS = 2_000_000_000;
const LONGEST = 40;

/** "12", "1,200" or "1.5" as people write numbers; undefined for anything else, such as "1e3", "0x10", "-1" or "". */
export function readNumber(typed: string): number | undefined {
  const plain = typed.length > LONGEST ? "" : typed.trim();
  return /^(\d{1,12}|\d{1,3}(,\d{3}){1,3})(\.\d{1,2})?$/.test(plain) ? Number(plain.replaceAll(",", "")) : undefined;
}

/** As `readNumber`, without a fraction. */
export function readWholeNumber(typed: string): number | undefined {
  const number = readNumber(typed);
  return Number.isInteger(number) ? number : undefined;
}

/** "$1,850" or "1850.50" as cents; null for nothing typed, undefined for what is no amount of money. */
export function readAmount(typed: string): number | null | undefined {
  if (typed.length > LONGEST) return undefined;
  const plain = typed.trim().replace(/^\$/, "");
  if (plain === "") return null;
  const cents = Math.round((readNumber(plain) ?? Number.NaN) * 100);
  return cents <= MOST_CENTS ? cents : undefined;
}
