import { env } from "@/lib/env";
import { type Answer, basicAuth, type Failure, NO_ACCOUNT } from "./request";
import { failureOfAnswer, failureOfAttempt } from "./request-failure";

const MEDIA_PATH = /^\/2010-04-01\/Accounts\/(AC[0-9a-f]{32})\/Messages\/[A-Z]{2}[0-9a-f]{32}\/Media\/ME[0-9a-f]{32}$/i;

const MOST_HOPS = 3;

export type Media = {
  body: ReadableStream<Uint8Array>;
  /** As the sender declared it: never trust it to be harmless in a browser. */
  contentType: string;
  sizeBytes: number | null;
};

/** Whether an address is a picture kept by Twilio (or what stands in for it here), and nothing else on its hosts. */
export function isMediaUrl(address: string): boolean {
  return accountOf(address) !== null;
}

/**
 * The picture as a stream, 30 seconds for all of it. Only our own account's media is fetched, and a redirect is followed
 * only to where Twilio keeps files; our credentials go to the first address alone.
 */
export async function fetchMedia(address: string): Promise<Answer<Media>> {
  const { TWILIO_ACCOUNT_SID: account, TWILIO_AUTH_TOKEN: token } = env();
  if (!account || !token) return NO_ACCOUNT;
  if (accountOf(address) !== account) return notOurs("This picture is not kept by our Twilio account");

  const signal = AbortSignal.timeout(30_000);
  let url = new URL(address);
  try {
    for (let hops = 0; hops <= MOST_HOPS; hops += 1) {
      const headers = hops === 0 ? { authorization: basicAuth(account, token) } : undefined;
      const response = await fetch(url, { headers, redirect: "manual", cache: "no-store", signal });
      if (response.ok && response.body) return { ok: true, body: response.body, ...describe(response.headers) };
      const target = response.headers.get("location");
      if (response.status < 300 || response.status >= 400 || !target) {
        const body = await response.text();
        return failureOfAnswer({ status: response.status, headers: response.headers, body }, true);
      }
      await response.body?.cancel();
      url = new URL(target, url);
      if (!keepsFiles(url)) return notOurs("Twilio sent us on to a place we do not fetch from");
    }
    return notOurs("Twilio sent us on too many times");
  } catch (error) {
    return failureOfAttempt(error, true);
  }
}

function accountOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.username || url.password || url.search || url.hash) return null;
  if (url.origin !== "https://api.twilio.com" && url.origin !== standInOrigin()) return null;
  return MEDIA_PATH.exec(url.pathname)?.[1] ?? null;
}

function keepsFiles(url: URL): boolean {
  if (url.username || url.password) return false;
  if (url.origin === standInOrigin()) return true;
  if (url.protocol !== "https:" || url.port) return false;
  if (url.hostname === "twiliocdn.com" || url.hostname.endsWith(".twiliocdn.com")) return true;
  return url.hostname === "s3-external-1.amazonaws.com" && url.pathname.startsWith("/media.twiliocdn.com/");
}

function standInOrigin(): string | undefined {
  const { TWILIO_API_URL } = env();
  return TWILIO_API_URL && new URL(TWILIO_API_URL).origin;
}

function describe(headers: Headers): Pick<Media, "contentType" | "sizeBytes"> {
  const length = headers.get("content-length");
  return {
    contentType: headers.get("content-type") ?? "application/octet-stream",
    sizeBytes: length && /^\d+$/.test(length) ? Number(length) : null,
  };
}

function notOurs(words: string): Failure {
  return { ok: false, kind: "refused", code: null, words };
}
