import { createHash, createHmac, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

/** 256 bits nobody can guess, as they stand in a cookie or a link. */
export function newSecretToken(): string {
  return randomBytes(32).toString("base64url");
}

/** Whether a text can be such a token. */
export function isSecretToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

/** What the database keeps of such a token. It is random enough that one quick hash will do. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** A token that the same job gets again when it is tried again, and that nobody can make without this installation's secret. */
export function repeatableToken(purpose: string, jobId: string): string {
  return createHmac("sha256", env().NEXTAUTH_SECRET).update(`${purpose}:${jobId}`).digest("base64url");
}
