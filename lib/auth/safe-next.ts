/** Longer addresses are nobody's page. */
const LONGEST = 2_000;

/**
 * Where to go after signing in: a path of this site, whatever somebody wrote into the link. Asked again about its own
 * answer it gives the same.
 */
export function safeNext(next: unknown, otherwise = "/w"): string {
  if (typeof next !== "string" || next.length > LONGEST || !next.startsWith("/")) return otherwise;
  // Browsers read "//host" and "/\host" as another site; parsing tells what they would do.
  const home = "https://ringback.invalid";
  if (!URL.canParse(next, home)) return otherwise;
  const url = new URL(next, home);
  // "/.//host" is parsed to the path "//host", which is another site when it is read again.
  if (url.origin !== home || url.pathname.startsWith("//")) return otherwise;
  return `${url.pathname}${url.search}${url.hash}`;
}

/** Where a person who owes a code of the second factor goes, and from there to `next`. */
export function codePage(next?: string): string {
  return `/sign-in/code?next=${encodeURIComponent(safeNext(next))}`;
}
