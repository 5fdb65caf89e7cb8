/** What the page may ask of the carrier. Whatever is not here is not there: a reset, say, or the numbers themselves. */
const POSTS = [/^phones$/, /^calls$/, /^calls\/PH[0-9a-f]{32}\/(answer|decline|hangup|press)$/, /^texts$/, /^faults$/];

export const MOST_BODY_BYTES = 4_000;

export function isAllowedPost(path: string): boolean {
  return POSTS.some((allowed) => allowed.test(path));
}

/** A number as a phone dials it. */
export function isE164(text: string): boolean {
  return /^\+[1-9]\d{6,14}$/.test(text);
}
