import type { IncomingHttpHeaders } from "node:http";
import { isLoopback } from "@/lib/loopback";
import { announcesTooMuch, MOST_BODY_BYTES } from "@/lib/request-body";
import { whyUnsigned } from "@/lib/twilio/verify-webhook";

/** A request as far as it is known before its body is read. */
export type Arrived = { method?: string; url?: string; headers: IncomingHttpHeaders };

export type Refusal = {
  status: 400 | 403 | 405 | 413 | 414;
  words: string;
  headers?: Record<string, string>;
  /** Of a webhook that Twilio did not sign. */
  unsigned?: "no_signature" | "not_a_form";
};

const METHODS = ["GET", "HEAD", "POST"];
/** Longer than any address of ours, with room for what other sites append. */
const LONGEST_ADDRESS = 8 * 1024;
/** People's forms; a pasted list of numbers is the longest. */
const MOST_FORM_BYTES = 1024 * 1024;

/** Why a request is answered before anything else looks at it; null when it may pass. */
export function judgeRequest(arrived: Arrived, appUrl: string): Refusal | null {
  const { method = "", url = "", headers } = arrived;
  if (!METHODS.includes(method)) {
    return { status: 405, words: "This method is not used here.", headers: { allow: METHODS.join(", ") } };
  }
  if (url.length > LONGEST_ADDRESS) return { status: 414, words: "This address is too long." };
  if (!isReadable(url)) return { status: 400, words: "This address cannot be read." };
  if (method !== "POST") return hasBody(headers) ? { status: 400, words: "This method takes no body." } : null;
  if (isFile(url)) return { status: 405, words: "A file takes no form.", headers: { allow: "GET, HEAD" } };

  if (isWebhook(url)) {
    const unsigned = whyUnsigned(first(headers["x-twilio-signature"]), headers["content-type"]);
    if (unsigned) return { status: 403, words: "Forbidden", unsigned };
  }
  if (announcesTooMuch(headers["content-length"], mostBodyBytes(url))) return TOO_LONG;
  if (!allowsOrigin(headers, appUrl)) {
    return { status: 403, words: `This came from another site. Forms work at ${new URL(appUrl).origin} alone.` };
  }
  return isWithoutBoundary(headers["content-type"] ?? "") ? { status: 400, words: "This form cannot be read." } : null;
}

export const TOO_LONG: Refusal = { status: 413, words: "This is too long." };

/** Whether the request has a body, and whether its length is announced. */
export function hasBody(headers: IncomingHttpHeaders): boolean {
  return isChunked(headers) || Number(headers["content-length"] ?? 0) > 0;
}

export function isChunked(headers: IncomingHttpHeaders): boolean {
  return headers["transfer-encoding"] !== undefined;
}

export function mostBodyBytes(url: string): number {
  return /^\/(simulator\/)?api\//.test(url) ? MOST_BODY_BYTES : MOST_FORM_BYTES;
}

const isWebhook = (url: string) => url.startsWith("/api/twilio/");

/** No page and no handler has a point at the end of its address; Next answers a form to a file with 500. */
function isFile(url: string): boolean {
  const [path = ""] = url.split("?", 1);
  return path.slice(path.lastIndexOf("/")).includes(".");
}

/** The fields of such a form cannot be told from each other. */
function isWithoutBoundary(contentType: string): boolean {
  return /^multipart\//i.test(contentType) && !/;\s*boundary=./i.test(contentType);
}

/** Nothing of ours has a control character or a backslash in its address, and Postgres takes no NUL. */
function isReadable(url: string): boolean {
  if (!url.startsWith("/") || url.includes("%00")) return false;
  const [path = ""] = url.split("?", 1);
  try {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    return !/[\u0000-\u001f\u007f\\]/.test(decodeURIComponent(path));
  } catch {
    return false;
  }
}

/**
 * Whether a form may come from where its browser says that it stands: a page of the public address, or one of the very
 * host that was asked, for installations that are reached by several names. The public host is asked over its own
 * scheme and port alone. Programs say nothing, and hold no cookies that they were not given.
 */
function allowsOrigin({ origin, host = "" }: IncomingHttpHeaders, appUrl: string): boolean {
  if (origin === undefined) return true;
  const own = new URL(appUrl);
  if (origin === own.origin) return true;
  if (!URL.canParse(origin) || (host === own.host && !isLoopback(appUrl))) return false;
  return host !== "" && new URL(origin).host === host;
}

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);
