import { createHmac } from "node:crypto";

export type Parameters = Record<string, string | string[]>;

/**
 * X-Twilio-Signature of a form webhook.
 * @param url byte for byte as requested, without a fragment; with its query for a GET, whose parameters are then empty
 */
export function sign(authToken: string, url: string, parameters: Parameters): string {
  let data = url;
  for (const key of Object.keys(parameters).sort()) {
    const value = parameters[key];
    const values = Array.isArray(value) ? [...new Set(value)].sort() : [value ?? ""];
    for (const one of values) data += key + one;
  }
  return createHmac("sha1", authToken).update(data, "utf8").digest("base64");
}
