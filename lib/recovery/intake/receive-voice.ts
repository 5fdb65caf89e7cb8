import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { insertRow, updateRow } from "@/db/rows";
import { webhooks } from "@/db/schema/calls";
import { type Tx, withFound } from "@/db/tenant";
import { announce, wakeOutbox } from "@/lib/changes";
import { keepStray } from "@/lib/conversations/keep-stray";
import { log } from "@/lib/log";
import { redact } from "@/lib/twilio/redact";
import { apology, emptyTwiml, hangUp } from "@/lib/twilio/twiml";
import { verifyWebhook } from "@/lib/twilio/verify-webhook";
import { readVoice, type VoiceEvent } from "@/lib/twilio/voice-events";
import { withinDeadline } from "@/lib/within-deadline";
import type { Call } from "../gather-facts";
import { type Line, readLine } from "../line";
import { endDial, endLeg, endNotice } from "./endings";
import { findOrCreateCall, lockCall, lookAround } from "./find-or-create-call";
import { answerIncoming, answerScreen } from "./incoming";
import { acceptCall, recordDetection, recordLeg } from "./legs";
import { saveCall } from "./save-call";
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
export async function receiveVoice(kind: VoiceKind, request: Request, callSid?: string): Promise<Response> {
  const path = new URL(request.url).pathname;
  const verified = verifyWebhook({
    path,
    signature: request.headers.get("x-twilio-signature"),
    rawBody: await request.text(),
    contentType: request.headers.get("content-type"),
  });
  if (!verified.ok) {
    log.warn("webhook.refused", { path, why: verified.why });
    return new Response(null, { status: 403 });
  }
  const event = readVoice(verified.params);
  try {
    const { params } = verified;
    const twiml = await withinDeadline((assertInTime) =>
      "unreadable" in event
        ? stray(kind, params, event.unreadable)
        : handle({ kind, event, params, callSid: callSid ?? event.parentSid, assertInTime }),
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

async function handle(incoming: Incoming): Promise<string> {
  const { kind, event, params, callSid, assertInTime } = incoming;
  const place = callSid
    ? sql`select workspace_id, number_id from call_by_sid(${callSid})`
    : sql`select n.workspace_id, n.number_id from number_by_e164(${event.to}) n
        left join call_by_sid(${event.sid}) c on true
        where c.workspace_id is null or c.workspace_id = n.workspace_id`;
  const done = await withFound(place, (tx, found: Found, now) => {
    assertInTime();
    return once(tx, { ...incoming, workspaceId: found.workspace_id, numberId: found.number_id, now });
  });
  if (!done) return stray(kind, params, "number_unknown");
  if (done.call) {
    void announce(done.call.workspaceId, { kind: "call", id: done.call.id });
    void wakeOutbox();
  }
  return done.twiml;
}

type Found = { workspace_id: string; number_id: string };
type Placed = Incoming & { workspaceId: string; numberId: string; now: Date };

/**
 * The inbox row, the step and the answer, in one transaction. A repeat changes nothing and gets the first answer. What
 * does not wait for one another is asked together; the connection answers in order, so a repeat that comes at the same
 * time reads what the first has committed.
 */
async function once(tx: Tx, placed: Placed): Promise<{ twiml: string; call?: Call }> {
  const { kind, event, params, workspaceId, now } = placed;
  const key = {
    providerSid: event.sid,
    kind: `voice.${kind}`,
    status: event.state,
    // A key pressed makes another webhook of it: a 9 must never pass for the repeat of a silence.
    legSid: event.dial?.sid ?? event.digits ?? "",
  };
  const id = randomUUID();
  const [inserted, { line, call }] = await Promise.all([
    insertRow(
      tx,
      webhooks,
      { workspaceId, id, ...key, params: redact(params), createdAt: now },
      "on conflict do nothing returning id",
    ),
    lineAndCall(tx, placed),
  ]);
  if (inserted.length === 0) return { twiml: await firstAnswer(tx, workspaceId, key) };

  const answer = await STEPS[kind]({ tx, line, call, event, now });
  await Promise.all([
    saveCall(tx, call, answer.call),
    updateRow(tx, webhooks, { workspaceId, id }, { answer: answer.twiml }),
  ]);
  return answer;
}

async function lineAndCall(tx: Tx, placed: Placed): Promise<{ line: Line; call: Call }> {
  const { kind, event, callSid, workspaceId, numberId, now } = placed;
  const startedAt = new Date(now.getTime() - (event.durationSeconds ?? 0) * 1000);
  const arrival = { ...event, tx, workspaceId, numberId, startedAt, ended: kind === "status" };
  const [line, known, around] = await Promise.all([
    readLine(tx, workspaceId, numberId),
    lockCall(tx, workspaceId, callSid ?? event.sid),
    kind === "incoming" ? lookAround(arrival) : null,
  ]);
  if (known) return { line, call: known };
  if (callSid) throw new Error("A call's leg came without its call");
  return findOrCreateCall({ ...arrival, line, around });
}

type Key = { providerSid: string; kind: string; status: string; legSid: string };

async function firstAnswer(tx: Tx, workspaceId: string, key: Key): Promise<string> {
  const [row] = await tx
    .select({ answer: webhooks.answer })
    .from(webhooks)
    .where(
      and(
        eq(webhooks.workspaceId, workspaceId),
        eq(webhooks.providerSid, key.providerSid),
        eq(webhooks.kind, key.kind),
        eq(webhooks.status, key.status),
        eq(webhooks.legSid, key.legSid),
      ),
    );
  return row?.answer ?? emptyTwiml();
}

/** Kept for the operator, and answered: Twilio's own complaint would be read to the caller. */
async function stray(kind: VoiceKind, params: URLSearchParams, why: string): Promise<string> {
  await keepStray({ kind: `voice.${kind}`, why, params: redact(params) });
  return kind === "status" ? emptyTwiml() : hangUp();
}

function xml(twiml: string): Response {
  return new Response(twiml, { status: 200, headers: { "content-type": "text/xml; charset=utf-8" } });
}
