/**
 * The network address an attempt is counted under. The last hop of x-forwarded-for is the only one that was not written
 * by the client when a proxy stands in front, and Next fills it in from the socket when there is none and nobody sent
 * one. Somebody who reaches the app directly can forge it, and then escapes this limit but not the one per address;
 * trusting an earlier hop would let everybody escape, always. IPv6 is counted by /64, which is what one customer gets.
 */
export function clientNetwork(headers: Headers): string {
  const last = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown";
  if (!last.includes(":") || last.includes(".")) return last;
  return `${expand(last).slice(0, 4).join(":")}::/64`;
}

function expand(address: string): string[] {
  const [head = "", tail] = address.split("::");
  const before = head.split(":").filter(Boolean);
  const after = (tail ?? "").split(":").filter(Boolean);
  const gap = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array<string>(gap).fill("0"), ...after];
}
