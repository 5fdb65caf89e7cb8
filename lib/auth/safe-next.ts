/** Where to go after signing in: a path of ours, whatever somebody wrote into the link. */
export function safeNext(next: unknown, otherwise = "/w"): string {
  if (typeof next !== "string" || !next.startsWith("/")) return otherwise;
  // Browsers read "//host" and "/\host" as another site; parsing tells what they would do.
  const home = "https://ringback.invalid";
  if (!URL.canParse(next, home)) return otherwise;
  const url = new URL(next, home);
  return url.origin === home ? `${url.pathname}${url.search}${url.hash}` : otherwise;
}
