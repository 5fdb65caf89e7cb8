import { insertOf, rowOf, together } from "@/db/rows";
import { calls, webhooks } from "@/db/schema/calls";
import { type Clock, run, type Statement, type Tx, withFound } from "@/db/tenant";
import { announce, wakeOutbox } from "@/lib/changes";
import { keepStray } from "@/lib/conversations/keep-stray";
import { log } from "@/lib/log";
import { watchWebhook } from "@/lib/metrics/watch-webhook";
import { readWebhook } from "@/lib/twilio/read-webhook";
import { redact } from "@/lib/twilio/redact";
import { apology, emptyTwiml, hangUp } from "@/lib/twilio/twiml";
import { isCallSid, readVoice, type VoiceEvent } from "@/lib/twilio/voice-events";
import { withinDeadline } from "@/lib/within-deadline";
import type { Call } from "../gather-facts";
import { LINE, type LineRow, lineOf } from "../line";
import { endDial, endLeg, endNotice } from "./endings";
import { type Around, type Asking, aroundOf, newCall } from "./find-or-create-call";
import { answerIncoming, answerScreen } from "./incoming";
import { acceptCall, recordDetection, recordLeg } from "./legs";
import { againWhenOvertaken, savedCall } from "./save-call";
import type { Answer, Step, VoiceKind } from "./step";

const STEPS: Record<VoiceKind, (step: Step) => Promise<Answer>> = {
  incoming: answerIncoming,
  screen: answerScreen,
  accepted: acceptCall,
  detected: recordDetection,
  dialed: endDial,
  notice: endNotice,
  status: (step) => (step.event.parentSid ? recordLeg(step) : endLeg(step)),
};

const SORRY = "Sorry, we can't take your call right now. Please try again in a few minutes.";

/**
 * One voice webhook, from its raw request to Twilio's answer: 403 for a signature that is not theirs, 2xx only after the
 * commit, 503 when a repeat can help. A voice request nobody can understand still gets an answer fit for a caller.
 */
export function receiveVoice(kind: VoiceKind, request: Request, callSid?: string): Promise<Response> {
  return watchWebhook("voice", () => answerVoice(kind, request, callSid));
}

async function answerVoice(kind: VoiceKind, request: Request, callSid?: string): Promise<Response> {
  if (callSid !== undefined && !isCallSid(callSid)) return new Response(null, { status: 404 });
  const path = new URL(request.url).pathname;
  const params = await readWebhook(request, path);
  if (params instanceof Response) return params;
  const event = readVoice(params);
  try {
    const twiml = await withinDeadline((assertInTime) =>
      "unreadable" in event
        ? stray(kind, params, event.unreadable)
        : againWhenOvertaken(() => attempt({ kind, event, params, callSid: callSid ?? event.parentSid, assertInTime })),
    );
    return xml(twiml);
  } catch (error) {
    log.error("webhook.failed", error, { path });
    // The fallback is the last to be asked: whoever is on the line hears a sentence, and the sweeper finds the call.
    return path.endsWith("/fallback") ? xml(apology(SORRY)) : new Response(null, { status: 503 });
  }
}

type Incoming = {
  kind: VoiceKind;
  event: VoiceEvent;
  params: URLSearchParams;
  callSid: string | null;
  assertInTime: () => void;
};

async function attempt(incoming: Incoming): Promise<string> {
  const { kind, event, params, callSid, assertInTime } = incoming;
  const place = callSid
    ? { text: PLACE_OF_CALL, values: [callSid] }
    : { text: PLACE_OF_NUMBER, values: [event.to, event.sid] };
  const done = await withFound(place, (tx, found: Found, clock) => {
    assertInTime();
    return once(tx, { ...incoming, workspaceId: found.workspace_id, numberId: found.number_id, ...clock });
  });
  if (!done) return stray(kind, params, "number_unknown");
  if (done.call) {
    void announce(done.call.workspaceId, { kind: "call", id: done.call.id });
    void wakeOutbox();
  }
  return done.twiml;
}

const PLACE_OF_CALL = "select workspace_id, number_id from call_by_sid($1)";
// A call that another workspace has is never made a second time where a webhook says that it went.
const PLACE_OF_NUMBER = `
  select n.workspace_id, n.number_id from number_by_e164($1) n left join call_by_sid($2) c on true
  where c.workspace_id is null or c.workspace_id = n.workspace_id`;

type Found = { workspace_id: string; number_id: string };
type Placed = Incoming & Clock & { workspaceId: string; numberId: string };

/**
 * The step, and the inbox row with its answer, in one transaction. A repeat changes nothing and gets the first answer; of
 * two that come at the same time the inbox's key lets one through.
 */
async function once(tx: Tx, placed: Placed): Promise<{ twiml: string; call?: Call }> {
  const { kind, event, params, callSid, workspaceId, numberId, now, offsetMs } = placed;
  const key = {
    providerSid: event.sid,
    kind: `voice.${kind}`,
    status: event.state,
    // A key pressed makes another webhook of it: a 9 must never pass for the repeat of a silence.
    legSid: event.dial?.sid ?? event.digits ?? "",
  };
  const startedAt = new Date(now.getTime() - (event.durationSeconds ?? 0) * 1000);
  const arrival = { ...event, tx, workspaceId, numberId, startedAt, ended: kind === "status" };
  const { text, values } = opened(arrival, key, callSid ?? event.sid);
  const [row] = await run<Opened>(tx, text, values);
  if (!row) throw new Error("A number vanished while a webhook of its call was read");
  if (row.first) return { twiml: row.first.answer ?? emptyTwiml() };
  if (!row.call && callSid) throw new Error("A call's leg came without its call");

  const { line, ...found } = row.call
    ? { line: lineOf(row), call: rowOf(calls, row.call), isNew: false }
    : await newCall({ ...arrival, line: lineOf(row), around: row.around });
  const answer = await STEPS[kind]({ tx, line, call: found.call, event, now, offsetMs });
  const inbox = { workspaceId, ...key, params: redact(params), answer: answer.twiml, createdAt: now };
  await together(tx, [insertOf(webhooks, inbox), ...savedCall(found, answer)]);
  return answer;
}

type Key = { providerSid: string; kind: string; status: string; legSid: string };
type Opened = LineRow & {
  /** What was answered when this webhook came before. */
  first: { answer: string | null } | null;
} & ({ call: Record<string, unknown>; around: null } | { call: null; around: Around });

/** In one statement: whether this webhook has come before, the line, the locked call and, for a new one, what is around it. */
function opened(arrival: Asking, key: Key, sid: string): Statement {
  const around = aroundOf(arrival, 1);
  const asked = [sid, key.providerSid, key.kind, key.status, key.legSid];
  const [call, ...inbox] = asked.map((_, index) => `$${around.values.length + index + 1}`);
  // The workspace and the number are the first two that `around` has.
  const text = `
    with known as (
      select to_jsonb(c) as call from calls c where c.workspace_id = $1 and c.provider_sid = ${call} for update
    )
    select (select jsonb_build_object('answer', i.answer) from webhooks i where i.workspace_id = $1
        and (i.provider_sid, i.kind, i.status, i.leg_sid) = (${inbox.join(", ")})) as first,
      (select call from known) as call,
      case when not exists (select from known) then ${around.text} end as around,
      ${LINE} where n.workspace_id = $1 and n.id = $2`;
  return { text, values: [...around.values, ...asked] };
}

/** Kept for the operator, and answered: Twilio's own complaint would be read to the caller. */
async function stray(kind: VoiceKind, params: URLSearchParams, why: string): Promise<string> {
  await keepStray({ kind: `voice.${kind}`, why, params: redact(params) });
  return kind === "status" ? emptyTwiml() : hangUp();
}

function xml(twiml: string): Response {
  return new Response(twiml, { status: 200, headers: { "content-type": "text/xml; charset=utf-8" } });
}
