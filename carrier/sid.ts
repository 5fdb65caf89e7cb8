import { randomBytes } from "node:crypto";

/** A Twilio-shaped identifier: two letters and 32 hex digits. */
export function newSid(prefix: "CA" | "SM" | "MM" | "ME" | "PN" | "RE" | "PH"): string {
  return prefix + randomBytes(16).toString("hex");
}
