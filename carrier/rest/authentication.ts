import { createHash, timingSafeEqual } from "node:crypto";
import type { Network } from "../network";
import { RestError } from "./rest-error";

/** @throws {RestError} 401 unless the request names the account and its token */
export function authenticate(network: Network, header: string | undefined): void {
  const encoded = /^Basic\s+(.+)$/i.exec(header ?? "")?.[1] ?? "";
  const given = Buffer.from(encoded, "base64").toString("utf8");
  const digest = (text: string) => createHash("sha256").update(text).digest();
  if (timingSafeEqual(digest(given), digest(`${network.accountSid}:${network.authToken}`))) return;
  throw new RestError(401, 20003, "Authenticate");
}
