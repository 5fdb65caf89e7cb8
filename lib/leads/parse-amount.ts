const MOST_CENTS = 2_000_000_000;

/** "$1,850" or "1850.50" as cents; null for nothing typed, undefined for what is no amount of money. */
export function parseAmount(typed: string): number | null | undefined {
  const plain = typed.trim().replace(/^\$\s*/, "");
  if (plain === "") return null;
  if (!/^(\d+|\d{1,3}(,\d{3})+)(\.\d{1,2})?$/.test(plain)) return undefined;
  const cents = Math.round(Number(plain.replaceAll(",", "")) * 100);
  return cents <= MOST_CENTS ? cents : undefined;
}
