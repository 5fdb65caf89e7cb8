import { createHash, randomBytes } from "node:crypto";

/** 256 bits nobody can guess, as they stand in a cookie or a link. */
export function newSecretToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What the database keeps of such a token. It is random enough that one quick hash will do. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
