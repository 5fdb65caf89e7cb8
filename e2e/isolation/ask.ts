import { createRequire } from "node:module";

// Next refuses to answer its router at an address that does not name the headers it came with.
const { computeCacheBustingSearchParam } = createRequire(import.meta.url)(
  "next/dist/shared/lib/router/utils/cache-busting-search-param",
) as { computeCacheBustingSearchParam(...headers: (string | undefined)[]): Promise<string> };

export type Answer = {
  status: number;
  /** Where it sends to, whichever of the two ways an answer of Next's says so. */
  location: string | null;
  headers: string;
  body: string;
};

export type Asking = {
  method?: "GET" | "POST";
  path: string;
  cookie: string | null;
  headers?: Record<string, string>;
  body?: string | FormData;
  /** A stream is read until it has begun to speak. */
  until?: RegExp;
};

const LONGEST_MS = 20_000;

/** Asks one running app over plain HTTP, and counts what it said. */
export function openApp(base: string) {
  let bytes = 0;

  const ask = async ({ method = "GET", path, cookie, headers = {}, body, until }: Asking): Promise<Answer> => {
    const controller = new AbortController();
    const limit = setTimeout(() => controller.abort(), LONGEST_MS);
    try {
      const response = await fetch(base + (await addressed(path, headers)), {
        method,
        redirect: "manual",
        signal: controller.signal,
        headers: { ...headers, "accept-encoding": "identity", origin: base, ...(cookie ? { cookie } : {}) },
        ...(body === undefined ? {} : { body }),
      });
      const said = until && response.ok ? await readUntil(response, until) : await response.text();
      if (until) controller.abort();
      const written = [...response.headers].map(([name, value]) => `${name}: ${value}`).join("\n");
      bytes += said.length + written.length;
      const location = response.headers.get("location") ?? response.headers.get("x-action-redirect");
      return { status: response.status, location, headers: written, body: said };
    } finally {
      clearTimeout(limit);
    }
  };

  return { base, ask, bytesRead: () => bytes };
}

async function addressed(path: string, headers: Record<string, string>): Promise<string> {
  if (!headers.rsc) return path;
  const hash = await computeCacheBustingSearchParam(undefined, undefined, headers["next-router-state-tree"], undefined);
  return `${path}${path.includes("?") ? "&" : "?"}_rsc${hash ? `=${hash}` : ""}`;
}

export type App = ReturnType<typeof openApp>;

async function readUntil(response: Response, until: RegExp): Promise<string> {
  let said = "";
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    said += decoder.decode(chunk, { stream: true });
    if (until.test(said)) break;
  }
  return said;
}
