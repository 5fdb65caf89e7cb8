import { placeOf } from "../geography/place-of";
import type { Network } from "../network";
import type { CallRecord } from "../types";

/** The parameters that come with every request about a call. */
export function callParameters(network: Network, call: CallRecord): Record<string, string> {
  const parameters: Record<string, string> = {
    ...geography("Called", call.to),
    ...geography("To", call.to),
    ...geography("Caller", call.from),
    ...geography("From", call.from),
    Called: call.to,
    To: call.to,
    Caller: call.from,
    From: call.from,
    CallSid: call.sid,
    AccountSid: network.accountSid,
    ApiVersion: "2010-04-01",
    CallStatus: call.status,
    Direction: call.direction,
  };
  if (call.parentCallSid) parameters.ParentCallSid = call.parentCallSid;
  if (call.stirVerstat) parameters.StirVerstat = call.stirVerstat;
  if (call.direction === "inbound") parameters.CallToken = CALL_TOKEN;
  if (call.forwardedFrom !== null) {
    parameters.ForwardedFrom = call.forwardedFrom;
    parameters.CalledVia = call.forwardedFrom;
  }
  return parameters;
}

const CALL_TOKEN = encodeURIComponent(
  JSON.stringify({ parentCallInfoToken: "local.carrier.token", identityHeaderTokens: [] }),
);

/** City, State, Zip and Country of a number under a prefix, as `FromCity` and so on. */
export function geography(prefix: string, number: string): Record<string, string> {
  const place = placeOf(number);
  return {
    [`${prefix}City`]: place.city,
    [`${prefix}State`]: place.state,
    [`${prefix}Zip`]: place.zip,
    [`${prefix}Country`]: place.country,
  };
}
