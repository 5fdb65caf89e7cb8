/** Full digits to 9,999, then `12.4k`. Rounded down, so that nothing looks like more than it is. */
export function formatCount(count: number): string {
  if (Math.abs(count) < 10_000) return count.toLocaleString("en-US");
  const [unit, letter] = Math.abs(count) < 1_000_000 ? ([1000, "k"] as const) : ([1_000_000, "M"] as const);
  return `${(Math.trunc(count / (unit / 10)) / 10).toLocaleString("en-US")}${letter}`;
}

/** `1 text`, `2 texts`, `3 replies` with the plural given. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** Above this a count says "999+": counting on would take longer the longer a business has been with us. */
export const COUNTED = 999;

/** `12`, or `999+` of one that stopped counting there. */
export function formatCounted(count: number, more = count > COUNTED): string {
  return more ? `${formatCount(Math.min(count, COUNTED))}+` : formatCount(count);
}

/** `1 lead`, `12 leads`, or `999+ leads` of what stopped counting there. */
export function pluralCounted(count: number, more: boolean, one: string): string {
  return `${formatCounted(count, more)} ${count === 1 ? one : `${one}s`}`;
}
