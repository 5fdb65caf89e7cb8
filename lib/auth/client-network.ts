import { randomUUID } from "node:crypto";
import { isIP, isIPv6 } from "node:net";
import { env } from "@/lib/env";

// Next has a copy of this module in each of its bundles.
const kept = globalThis as typeof globalThis & { ringbackPeerHeader?: string };
kept.ringbackPeerHeader ??= `x-ringback-peer-${randomUUID()}`;

/**
 * The header in which the server hands on the address of the socket a request came over (lib/front-door). It has a name
 * of its own in each process, so that no client can write it where the server does not.
 */
export const PEER_HEADER = kept.ringbackPeerHeader;

/** An IPv6 address with a zone and a port in brackets is shorter than this. */
const LONGEST = 80;
/** Ten proxies are the most that TRUSTED_PROXY_HOPS allows. */
const LONGEST_LIST = 2_000;

/**
 * The network an attempt is counted under: an IPv4 address, the /64 of an IPv6 address (what one customer gets), or
 * "unknown". With no trusted proxy it is the socket's own address. With N it is the N-th entry of x-forwarded-for from the
 * right: the outermost trusted proxy wrote that one, everything left of it the client may have invented.
 */
export function clientNetwork(headers: Headers): string {
  const hops = env().TRUSTED_PROXY_HOPS;
  const forwarded = readList(headers.get("x-forwarded-for"));
  const peer = headers.get(PEER_HEADER);
  // Without our own server in front (handlers in plain Node) Next has filled in the socket's address as the last entry.
  if (hops === 0) return networkOf(peer ?? forwarded.at(-1));
  // Fewer entries than proxies: the request came round the proxies.
  return networkOf(forwarded.at(-hops) ?? peer ?? forwarded.at(-1));
}

function readList(value: string | null): string[] {
  return value ? value.slice(-LONGEST_LIST).split(",") : [];
}

function networkOf(written: string | undefined): string {
  const address = bareAddress(written ?? "");
  if (!isIPv6(address)) return isIP(address) ? address : "unknown";
  const groups = expand(address);
  const [high = 0, low = 0] = groups.slice(6);
  const isMappedIPv4 = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (isMappedIPv4) return [high >> 8, high & 255, low >> 8, low & 255].join(".");
  const prefix = groups.slice(0, 4).map((group) => group.toString(16));
  return `${prefix.join(":")}::/64`;
}

/** Without white space, brackets, port and zone: proxies write all of them. */
function bareAddress(written: string): string {
  const text = written.trim();
  if (text.length > LONGEST) return "";
  if (text.startsWith("[")) return withoutZone(text.slice(1).split("]")[0] ?? "");
  const [host = "", , ...more] = text.split(":");
  return more.length === 0 ? host : withoutZone(text);
}

function withoutZone(address: string): string {
  return address.split("%")[0] ?? "";
}

/** The eight groups of a valid IPv6 address. */
function expand(address: string): number[] {
  const [head = "", tail] = address.split("::");
  const before = groupsOf(head);
  const after = groupsOf(tail ?? "");
  const gap = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array<number>(gap).fill(0), ...after];
}

function groupsOf(part: string): number[] {
  return part
    .split(":")
    .filter(Boolean)
    .flatMap((group) => {
      if (!group.includes(".")) return [Number.parseInt(group, 16)];
      const [a = 0, b = 0, c = 0, d = 0] = group.split(".").map(Number);
      return [a * 256 + b, c * 256 + d];
    });
}
