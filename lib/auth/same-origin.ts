import { env } from "@/lib/env";

/**
 * Whether a request that changes something comes from a page of ours. Browsers write Origin and Host themselves; a
 * foreign page can make them send a request, but not lie in either.
 */
export function sameOrigin(request: Request): boolean {
  const origin = request.headers.get("origin");
  if (!origin || !URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return origin === new URL(env().APP_URL).origin || host === request.headers.get("host");
}
