import { z } from "zod";
import { log } from "@/lib/log";
import { type CallDirection, type CallProgress, callDirection, callProgress } from "./call-words";
import { listPages } from "./list-pages";
import { type Answer, request } from "./request";
import { unclear } from "./request-failure";
import { string, stringOrNull, timeOrNull } from "./rest-fields";

/** A call as Twilio's own records have it. */
export type CarrierCall = {
  sid: string;
  parentSid: string | null;
  from: string;
  to: string;
  state: CallProgress;
  direction: CallDirection;
  forwardedFrom: string | null;
  createdAt: Date | null;
  startedAt: Date | null;
  endedAt: Date | null;
  durationSeconds: number | null;
};

const CALLS = "/2010-04-01/Accounts/{account}/Calls";

const call = z
  .looseObject({
    sid: z.string().min(1),
    parent_call_sid: stringOrNull,
    from: string,
    to: string,
    status: string,
    direction: string,
    forwarded_from: stringOrNull,
    date_created: timeOrNull,
    start_time: timeOrNull,
    end_time: timeOrNull,
    duration: z.coerce.number().int().nullish().catch(null),
  })
  .transform((sent) => ({
    sid: sent.sid,
    parentSid: sent.parent_call_sid,
    from: sent.from,
    to: sent.to,
    state: callProgress(sent.status),
    direction: callDirection(sent.direction),
    forwardedFrom: sent.forwarded_from,
    createdAt: sent.date_created,
    startedAt: sent.start_time,
    endedAt: sent.end_time,
    durationSeconds: sent.duration ?? null,
  }));

type ReadCall = z.infer<typeof call>;

/** Every call created since then, newest first, children included. */
export async function listCalls(filter: { to?: string; since: Date }): Promise<Answer<{ calls: CarrierCall[] }>> {
  const recent = (one: ReadCall) => {
    const at = one.createdAt ?? one.startedAt;
    return at === null || at >= filter.since;
  };
  const answer = await listPages({
    path: `${CALLS}.json`,
    query: { To: filter.to },
    key: "calls",
    item: call,
    goOn: (page) => page.some(recent),
  });
  return answer.ok ? { ok: true, calls: answer.items.filter(recent).filter(hasKnownState) } : answer;
}

/** The legs that were rung on behalf of a call. */
export async function listChildCalls(parentSid: string): Promise<Answer<{ calls: CarrierCall[] }>> {
  const answer = await listPages({
    path: `${CALLS}.json`,
    query: { ParentCallSid: parentSid },
    key: "calls",
    item: call,
    goOn: () => true,
  });
  return answer.ok ? { ok: true, calls: answer.items.filter(hasKnownState) } : answer;
}

export async function getCall(sid: string): Promise<Answer<{ call: CarrierCall }>> {
  const path = `${CALLS}/${encodeURIComponent(sid)}.json`;
  const answer = await request({ method: "GET", path, repeatable: true, schema: call });
  if (!answer.ok) return answer;
  return hasKnownState(answer.data)
    ? { ok: true, call: answer.data }
    : unclear("The call is in a state we do not know", true);
}

export async function placeCall(plan: {
  from: string;
  to: string;
  timeoutSeconds: number;
  twiml: string;
}): Promise<Answer<{ sid: string; state: CallProgress }>> {
  const answer = await request({
    method: "POST",
    path: `${CALLS}.json`,
    form: { From: plan.from, To: plan.to, Timeout: String(Math.round(plan.timeoutSeconds)), Twiml: plan.twiml },
    repeatable: false,
    schema: call,
  });
  return answer.ok ? { ok: true, sid: answer.data.sid, state: answer.data.state ?? "queued" } : answer;
}

/** One call in a state Twilio invented since must not keep the sweeper from all the others. */
function hasKnownState(one: ReadCall): one is ReadCall & CarrierCall {
  if (one.state === null) log.warn("call.unknown_state", { sid: one.sid });
  return one.state !== null;
}
