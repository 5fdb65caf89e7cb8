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
