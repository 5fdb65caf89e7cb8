/** `$1,850`, `$1,850.50`; with `billing` always `$49.00`. */
export function formatCents(cents: number, { billing = false }: { billing?: boolean } = {}): string {
  const digits = billing || cents % 100 !== 0 ? 2 : 0;
  return new Intl.NumberFormat("en-US", {
    style: "currency",
    currency: "USD",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(cents / 100);
}
