import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { valuesByName } from "./form-fields";

export type Webhook = {
  /** The registered path, without query or fragment. */
  path: string;
  signature: string | null;
  /** Byte for byte as it arrived; trimming it breaks the signature. */
  rawBody: string;
  contentType: string | null;
};

export type Verified =
  | { ok: true; params: URLSearchParams; accountSid: string; tokenAge: "current" | "previous" }
  | { ok: false; why: "no_account" | "unknown_account" | Unsigned | "bad_signature" | "malformed_id" };

export type Unsigned = "no_signature" | "not_a_form";

/** What repeats are told by. */
const IDS = ["CallSid", "ParentCallSid", "DialCallSid", "MessageSid", "SmsSid", "SmsMessageSid"];

/**
 * Whether Twilio sent this. Signatures cover the address Twilio called, so the configured public base is used and never
 * the request's own host, which behind a proxy is somebody else's word.
 */
export function verifyWebhook({ path, signature, rawBody, contentType }: Webhook): Verified {
  const { APP_URL, TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_AUTH_TOKEN_PREVIOUS } = env();
  if (!TWILIO_ACCOUNT_SID || !TWILIO_AUTH_TOKEN) return { ok: false, why: "no_account" };
  const unsigned = whyUnsigned(signature, contentType);
  if (unsigned || !signature) return { ok: false, why: unsigned ?? "no_signature" };

  const params = new URLSearchParams(rawBody);
  const accounts = params.getAll("AccountSid");
  if (accounts.length !== 1 || accounts[0] !== TWILIO_ACCOUNT_SID) return { ok: false, why: "unknown_account" };

  // Names and values are signed without a mark between them, so whoever holds one webhook could cut it anew and move the
  // next parameter into an id: the same signature, and no repeat of anything.
  if (IDS.some((name) => params.getAll(name).some(isMalformedId))) return { ok: false, why: "malformed_id" };

  const addresses = withAndWithoutPort(APP_URL).map((base) => base + path);
  const signedBy = (token: string | undefined) =>
    !!token && addresses.some((address) => matches(signature, signatureOf(token, address, params)));
  const accountSid = TWILIO_ACCOUNT_SID;
  if (signedBy(TWILIO_AUTH_TOKEN)) return { ok: true, params, accountSid, tokenAge: "current" };
  if (signedBy(TWILIO_AUTH_TOKEN_PREVIOUS)) {
    log.warn("webhook.previous_token", { path });
    return { ok: true, params, accountSid, tokenAge: "previous" };
  }
  return { ok: false, why: "bad_signature" };
}

/** Why nothing in this request's body could make it one of Twilio's webhooks; null when something could. */
export function whyUnsigned(signature: string | null | undefined, contentType: string | null | undefined) {
  if (!signature) return "no_signature";
  // A JSON body is signed through a hash in the query; none of our webhooks is JSON.
  return isForm(contentType) ? null : "not_a_form";
}

/**
 * Twilio signs some requests over the address with its port and some without, whichever was configured
 * (twilio/twilio-node#411); its own libraries accept both, the scheme's default port included.
 */
function withAndWithoutPort(base: string): string[] {
  const without = base.replace(/:\d+(?=\/|$)/, "");
  if (without !== base) return [base, without];
  const path = base.indexOf("/", base.indexOf("://") + 3);
  const end = path < 0 ? base.length : path;
  return [base, `${base.slice(0, end)}:${base.startsWith("https:") ? 443 : 80}${base.slice(end)}`];
}

/**
 * Twilio's request signature: HMAC-SHA1 over the address and every parameter, keys in code-unit order, the values of a
 * repeated key each once and sorted.
 */
export function signatureOf(token: string, url: string, params: URLSearchParams): string {
  const data = [...valuesByName(params)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, values]) => [...new Set(values)].sort().map((value) => key + value));
  return createHmac("sha1", token)
    .update(url + data.join(""), "utf8")
    .digest("base64");
}

function isMalformedId(id: string): boolean {
  return id !== "" && !/^[A-Z]{2}[0-9a-f]{32}$/i.test(id);
}

function isForm(contentType: string | null | undefined): boolean {
  return contentType?.split(";")[0]?.trim().toLowerCase() === "application/x-www-form-urlencoded";
}

function matches(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
