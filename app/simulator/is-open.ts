import "server-only";
import { env } from "@/lib/env";
import { namesLoopback } from "@/lib/loopback";

/**
 * Whether this request may see the simulator: only beside the local carrier (env() allows SIMULATOR_URL nowhere else), and
 * only under a name of this machine, so that a page whose domain resolves to 127.0.0.1 (DNS rebinding) reads no mail here.
 */
export function simulatorIsOpen(headers: Headers): boolean {
  return env().SIMULATOR_URL !== undefined && namesLoopback(headers.get("host") ?? "");
}
