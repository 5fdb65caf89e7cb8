/**
 * The control API of the local carrier: JSON over HTTP, for the simulator and for tests. No sign-in; keep it on loopback.
 * A POST needs `content-type: application/json`. Errors: 400, 404 or 409 with `{ error: "a sentence" }`.
 * Seconds are carrier time (scaled); `...At`, `at` and fault milliseconds are real time. `{id}` of a call is the
 * phone call's own id (PH…) or the sid of Twilio's call behind it (CA…: the inbound call for the caller, the child leg
 * or REST call for a phone that is rung).
 *
 * GET  /control/health               → Health { ok, accountSid, timeScale, numbers, liveCalls, phoneCalls,
 *                                      webhooksInFlight, textsInFlight, lastLedgerId }
 * POST /control/reset                { keepNumbers? } → { ok: true }. Hangs up all, forgets phones, texts, calls, ledger
 * GET  /control/faults               → Faults
 * POST /control/faults               Faults { seed?, listLagMs?, webhooks?: WebhookFault[], requests?: RequestFault[] } → Faults.
 *                                      Replaces all. WebhookFault { effect: duplicate|drop|delay|reorder, kinds?, times?,
 *                                      minMs?, maxMs?, probability?, count? }. RequestFault { effect: refuse|too_many_requests|
 *                                      error_before|error_after|reset_before|reset_after|hang_before|hang_after|slow,
 *                                      operation? (default message_create), code?, ms?, probability?, count? }
 * GET  /control/settings             → Settings
 * POST /control/settings             { dialActionOnAbandon?: canceled|no-answer|none, hangUpOthers?: on_bridge|on_pick_up }
 *                                      → Settings
 * GET  /control/numbers              → { numbers: NumberRecord[] }
 * GET  /control/phones               → { phones: PhoneRecord[] }
 * POST /control/phones               { number, label?, behaviour?, afterSeconds?, talkSeconds?, lineKind?,
 *                                      forwarding?: { to, on: (no_answer|busy|unreachable)[], afterSeconds?,
 *                                      passForwardedFrom?: line|absent|wrong } | null,
 *                                      texting?: { outcome: delivered|undelivered|failed|no_report, errorCode? } | null }
 *                                      → PhoneScreen. What is left out stays; 409 for a number of the account
 * GET  /control/phones/{e164}        → PhoneScreen { ...PhoneRecord, texts, currentCall, calls }
 * POST /control/calls                { from, to, hangUpAfterSeconds?, presses?: { afterSeconds, digits }[], messageSeconds?,
 *                                      stirVerstat?, withheld?: true | "Anonymous" } → 201 PhoneCallView
 * GET  /control/calls                → { calls: PhoneCallView[] }, those going on
 * GET  /control/calls/{id}           → PhoneCallView { id, callSid, phone, role, with, state: ringing|in_call|ended,
 *                                      outcome, startedAt, answeredAt, endedAt, heard: { atSeconds, at, kind, text }[] }
 * POST /control/calls/{id}/answer    {} → PhoneCallView. A ringing phone picks up; 409 when it does not ring
 * POST /control/calls/{id}/decline   {} → PhoneCallView
 * POST /control/calls/{id}/hangup    {} → PhoneCallView
 * POST /control/calls/{id}/press     { digits } → PhoneCallView
 * POST /control/texts                { from, to, body?, mediaCount? } → 201 { messageSid: string | null }
 * GET  /control/ledger?after=&kind=&limit=  → { entries: LedgerEntry[], lastId }. `kind` may be several, comma-separated
 * GET  /control/events?after=        server-sent events, one per ledger entry: `id: <id>`, `event: <kind>`, `data: <entry>`;
 *                                      with `after` or Last-Event-ID the entries since then come first
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { answerJson, readBody } from "../http-body";
import type { Network } from "../network";
import type { Control } from "./control";
import { ControlError } from "./control-error";
import { controlRoutes } from "./control-routes";
import { streamEvents } from "./stream-events";

export interface ControlService {
  network: Network;
  control: Control;
}

export async function serveControl(service: ControlService, request: IncomingMessage, response: ServerResponse) {
  const url = new URL(request.url ?? "/", "http://localhost");
  const method = request.method ?? "GET";
  try {
    if (method === "GET" && url.pathname === "/control/events") {
      const after = url.searchParams.get("after") ?? request.headers["last-event-id"];
      return streamEvents(service.network.ledger, response, { after: after === undefined ? undefined : Number(after) });
    }
    const body = method === "POST" ? await readJson(request) : undefined;
    for (const route of controlRoutes) {
      const match = route.method === method ? route.pattern.exec(url.pathname) : null;
      if (!match) continue;
      const name = decodeURIComponent(match[1] ?? "");
      const answer = route.handle({ control: service.control, name, query: url.searchParams, body });
      return answerJson(response, route.status ?? 200, answer);
    }
    throw new ControlError(404, `There is no ${method} ${url.pathname}.`);
  } catch (error) {
    if (!(error instanceof ControlError)) throw error;
    answerJson(response, error.status, { error: error.message });
  }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  // A web page elsewhere cannot send this type without asking first, so it cannot play with the network.
  if (!request.headers["content-type"]?.startsWith("application/json")) {
    throw new ControlError(400, "Send content-type: application/json.");
  }
  const text = await readBody(request);
  if (text.trim() === "") return {};
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ControlError(400, "The body is not JSON.");
  }
}
