const RETRY_MS = [1_000, 2_000, 4_000, 8_000, 15_000];
const FLIGHT = "text/x-component";

type Fetch = typeof fetch;

export type PatientOptions = {
  fetch: Fetch;
  /** The page that is open. */
  page: () => URL;
  /** Resolves after a time, or sooner when the network is back. */
  pause: (milliseconds: number, signal?: AbortSignal | null) => Promise<void>;
};

/**
 * Fetches as before, but asks again until there is an answer when Next's router reads a page. The router itself gives
 * up at the first failure and has the browser load the address, which puts an error page in place of an open page and
 * of everything typed into it. Actions are not repeated: the server may have carried one out before the answer was lost.
 */
export function patientFetch({ fetch, page, pause }: PatientOptions): Fetch {
  return async (input, init) => {
    const url = pageThatIsRead(input, init);
    if (!url) return fetch(input, init);
    for (let failures = 0; ; failures++) {
      const isOpen = url.origin === page().origin && url.pathname === page().pathname;
      try {
        const answer = await fetch(input, init);
        if (isFlight(answer)) {
          // What breaks off halfway counts as a failure too. A new page is shown while it arrives, so it is not awaited.
          if (isOpen) await answer.clone().arrayBuffer();
          return answer;
        }
        if (answer.status < 400 || (!isOpen && !isFromProxy(answer))) return answer;
      } catch (error) {
        if (init?.signal?.aborted) throw error;
      }
      await pause(RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? 0, init?.signal);
      if (init?.signal?.aborted) throw init.signal.reason;
    }
  };
}

/** The address of a page the router reads now; null for what is prefetched, and for everything else. */
function pageThatIsRead(input: Parameters<Fetch>[0], init: RequestInit | undefined): URL | null {
  const headers = new Headers(init?.headers);
  const isRead = headers.get("rsc") === "1" && !headers.has("next-router-prefetch") && !headers.has("next-action");
  if (!isRead || input instanceof Request || (init?.method ?? "GET") !== "GET") return null;
  return new URL(input);
}

const isFlight = (answer: Response) => answer.headers.get("content-type")?.startsWith(FLIGHT) ?? false;

/** A proxy says that our server is away: starting again, perhaps. */
const isFromProxy = ({ status }: Response) => status >= 502;
