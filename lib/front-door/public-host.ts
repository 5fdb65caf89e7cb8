import type { IncomingHttpHeaders } from "node:http";
import { isLoopback } from "@/lib/loopback";

/**
 * Writes the public address into a request, where it is a public one. A proxy in front may pass its upstream's name as
 * Host, and Next compares a form's Origin with that; what the client or the proxy wrote counts for nothing, because
 * APP_URL says it. A form that stands on another name of this installation keeps that name.
 */
export function presentPublicHost(headers: IncomingHttpHeaders, appUrl: string): void {
  delete headers["x-forwarded-host"];
  delete headers["x-forwarded-proto"];
  if (isLoopback(appUrl)) return;
  const own = new URL(appUrl);
  headers["x-forwarded-proto"] = own.protocol.slice(0, -1);
  if (headers.origin === undefined || headers.origin === own.origin) headers.host = own.host;
}
