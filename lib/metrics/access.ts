import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";

/** Whether the header holds METRICS_TOKEN as a bearer token; `absent` where the installation has no such token. */
export function metricsAccess(authorization: string | null): "granted" | "refused" | "absent" {
  const { METRICS_TOKEN } = env();
  if (!METRICS_TOKEN) return "absent";
  const [, given = ""] = /^Bearer (\S{1,500})$/i.exec(authorization ?? "") ?? [];
  // Hashes have one length, so that the comparison tells nothing about the token's.
  return timingSafeEqual(hash(given), hash(METRICS_TOKEN)) ? "granted" : "refused";
}

const hash = (token: string) => createHash("sha256").update(token).digest();
