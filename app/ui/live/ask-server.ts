const LIMIT_MS = 5_000;

/**
 * Whether our server answers: asked before a page reads itself again, because Next replaces a page whose reading fails
 * by the browser's error page. `signed out` is an answer too, which reading the page again will show.
 */
export async function askServer(person: string): Promise<"answers" | "signed out" | "away"> {
  try {
    const { status } = await fetch(`/api/events?person=${person}`, {
      method: "HEAD",
      cache: "no-store",
      signal: AbortSignal.timeout(LIMIT_MS),
    });
    if (status === 401) return "signed out";
    // 429: too many streams are open. Anything else is a proxy's answer in place of ours.
    return status === 204 || status === 429 ? "answers" : "away";
  } catch {
    return "away";
  }
}
