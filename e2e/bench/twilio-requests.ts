import { createHash } from "node:crypto";
import { signatureOf } from "@/lib/twilio/verify-webhook";
import type { Tenant } from "./tenants";

export type Account = { appUrl: string; accountSid: string; token: string };
export type Caller = { sid: string; from: string; to: Tenant };

const LINES = 10_000;
/** Fictitious numbers, which the businesses have, are left out. */
const EXCHANGES = Array.from({ length: 800 }, (_, index) => 200 + index).filter((exchange) => exchange !== 555);

/** The call of a caller who has never called: each turn has its own, and they go round the businesses. */
export function callerAt(turn: number, tenants: Tenant[]): Caller {
  const exchange = EXCHANGES[Math.floor(turn / LINES) % EXCHANGES.length];
  const to = tenants[turn % tenants.length];
  if (!to) throw new Error("There is no business to call");
  return {
    sid: `CA${createHash("md5").update(String(turn)).digest("hex")}`,
    from: `+1503${exchange}${String(turn % LINES).padStart(4, "0")}`,
    to,
  };
}

/** A webhook's parameters as Twilio sends them for this call, with what the moment adds. */
export function voiceParams(call: Caller, account: Account, more: Record<string, string>): URLSearchParams {
  return new URLSearchParams({
    ...{ ...place("Called"), ...place("To"), ...place("Caller"), ...place("From") },
    Called: call.to.number,
    To: call.to.number,
    Caller: call.from,
    From: call.from,
    CallSid: call.sid,
    AccountSid: account.accountSid,
    ApiVersion: "2010-04-01",
    Direction: "inbound",
    CallToken: '{"parentCallInfoToken":"local.bench.token","identityHeaderTokens":[]}',
    StirVerstat: "TN-Validation-Passed-A",
    ...more,
  });
}

export const forwardedBy = ({ businessLine }: Tenant) => ({ ForwardedFrom: businessLine, CalledVia: businessLine });

/** The headers and body of a signed POST. */
export function signedPost(path: string, params: URLSearchParams, { appUrl, token }: Account) {
  return {
    headers: {
      "content-type": "application/x-www-form-urlencoded; charset=UTF-8",
      "x-twilio-signature": signatureOf(token, appUrl + path, params),
      "user-agent": "TwilioProxy/1.1",
      accept: "*/*",
    },
    body: params.toString(),
  };
}

function place(prefix: string): Record<string, string> {
  return {
    [`${prefix}City`]: "PORTLAND",
    [`${prefix}State`]: "OR",
    [`${prefix}Zip`]: "97205",
    [`${prefix}Country`]: "US",
  };
}
