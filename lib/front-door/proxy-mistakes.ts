import type { IncomingHttpHeaders } from "node:http";
import { BlockList, isIPv4 } from "node:net";
import { isLoopback } from "@/lib/loopback";

/** What can be wrong with the proxy in front, worst first; the words for it are in lib/health. */
export const PROXY_MISTAKES = [
  /** For other software it would be: Ringback goes by APP_URL, so forms work all the same. */
  "host",
  "scheme",
  /** People count as one network, or as any they like: the limits of one lock out the others, or nobody. */
  "forwarded_for",
] as const;
export type ProxyMistake = (typeof PROXY_MISTAKES)[number];

type Seen = { method?: string; headers: IncomingHttpHeaders; peer: string | undefined };
type Settings = { APP_URL: string; TRUSTED_PROXY_HOPS: number };

/**
 * What a request shows to be wrong with the proxy; null when it shows nothing at all. A form that a browser sent from a
 * page of the public address came all the way: probes of this machine and guesses of strangers did not.
 */
export function proxyMistakes({ method, headers, peer }: Seen, settings: Settings): ProxyMistake[] | null {
  const { APP_URL, TRUSTED_PROXY_HOPS: hops } = settings;
  const own = new URL(APP_URL);
  if (isLoopback(APP_URL) || method !== "POST" || headers.origin !== own.origin) return null;
  const entries = String(headers["x-forwarded-for"] ?? "")
    .split(",")
    .filter((entry) => entry.trim() !== "").length;
  const hasProxy = hops > 0 || isNear(peer);
  const is: Record<ProxyMistake, boolean> = {
    host: headers.host !== own.host,
    scheme: own.protocol === "https:" && headers["x-forwarded-proto"] !== "https",
    forwarded_for: hasProxy && (entries === 0 || hops === 0 || hops > entries),
  };
  return PROXY_MISTAKES.filter((mistake) => is[mistake]);
}

const near = new BlockList();
for (const [network, bits] of [
  ["127.0.0.0", 8],
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
] as const) {
  near.addSubnet(network, bits, "ipv4");
}
near.addAddress("::1", "ipv6");
near.addSubnet("fc00::", 7, "ipv6");

/** On this machine or in its private network, where a proxy stands and people from outside do not. */
function isNear(peer: string | undefined): boolean {
  return peer !== undefined && near.check(peer, isIPv4(peer) ? "ipv4" : "ipv6");
}
