import type { ServerResponse } from "node:http";

const TWO_YEARS_SECONDS = 2 * 365 * 24 * 60 * 60;

/** For answers that have no policy of their own: pages have one with a nonce (proxy.ts). */
const NOTHING = "default-src 'none'; frame-ancestors 'none'";
/** A worker lives by the policy its script came with. */
const OWN_SITE = "default-src 'self'; frame-ancestors 'none'";

/** What every answer says to browsers, whatever it is and whoever made it, unless that said it otherwise. */
export function securityHeaders(appUrl: string): Record<string, string> {
  return {
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    ...(appUrl.startsWith("https:")
      ? { "strict-transport-security": `max-age=${TWO_YEARS_SECONDS}; includeSubDomains` }
      : {}),
  };
}

/** Adds them when the answer begins. */
export function addSecurityHeaders(response: ServerResponse, headers: Record<string, string>): void {
  const writeHead = response.writeHead.bind(response) as (...told: unknown[]) => ServerResponse;
  response.writeHead = (...told: unknown[]) => {
    for (const name in headers) {
      if (!response.hasHeader(name)) response.setHeader(name, headers[name] ?? "");
    }
    if (!response.hasHeader("content-security-policy")) {
      const isScript = String(response.getHeader("content-type")).includes("javascript");
      response.setHeader("content-security-policy", isScript ? OWN_SITE : NOTHING);
    }
    return writeHead(...told);
  };
}
