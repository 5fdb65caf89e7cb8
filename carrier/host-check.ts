import type { IncomingMessage } from "node:http";

/**
 * Whether a request names this machine in its Host header. The control API has no sign-in: without this check a web page
 * whose domain resolves to 127.0.0.1 (DNS rebinding) could use it from the browser of whoever visits that page.
 * @param configured further names the carrier is reached by; ports do not count
 */
export function namesThisMachine(request: IncomingMessage, configured: readonly string[]): boolean {
  const name = hostName(request.headers.host ?? "");
  return name !== null && (LOOPBACK.includes(name) || configured.includes(name));
}

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/** The name of a Host header without its port; null for one that is no host. */
export function hostName(host: string): string | null {
  const [, name] = /^(\[[0-9a-f:.]{2,45}\]|[a-z0-9._-]{1,253})(?::\d{1,5})?$/i.exec(host) ?? [];
  return name?.toLowerCase() ?? null;
}
