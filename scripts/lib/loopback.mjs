import net from "node:net";
import { Explained } from "./explained.mjs";

/** Whether an address leads to this very machine and nowhere else. */
export function isLoopbackUrl(address) {
  if (!URL.canParse(address)) return false;
  const { hostname } = new URL(address);
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/**
 * The address to listen on: loopback, unless the variable names another.
 * @throws {Explained} when it holds something that is no address
 */
export function hostFrom(variable) {
  const host = process.env[variable] || "127.0.0.1";
  if (host === "localhost" || net.isIP(host)) return host;
  throw new Explained(
    `${variable} is "${host}", which is not an address to listen on. Use 127.0.0.1 behind a proxy on this machine, ` +
      "or 0.0.0.0 to be reached from other machines.",
  );
}
