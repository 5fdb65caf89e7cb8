/**
 * A text as Postgres can store it: without NUL, which no text column takes, and with U+FFFD for every half of a surrogate
 * pair, which jsonb refuses.
 */
export function storable(text: string): string {
  return text.replaceAll("\u0000", "").replace(/\p{Surrogate}/gu, "\uFFFD");
}
