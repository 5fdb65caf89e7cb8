import { webhookPaths } from "@/lib/twilio/webhook-urls";
import type { Tenant } from "../bench/tenants";
import { type Account, callerAt, forwardedBy, signedPost, voiceParams } from "../bench/twilio-requests";
import { plain, type Wire } from "./exchange";

/** Far from the callers of the benchmarks. */
const FIRST_TURN = 5_000_000;

/** A forwarded call that has just arrived, as Twilio tells of it; every turn is another caller. */
export function voiceIncomingOf(tenant: Tenant, account: Account, turn: number): Wire {
  const call = callerAt(FIRST_TURN + turn, [tenant]);
  const params = voiceParams(call, account, { ...forwardedBy(tenant), CallStatus: "ringing" });
  const { voiceIncoming: path } = webhookPaths;
  return plain({ method: "POST", path, ...signedPost(path, params, account) });
}
