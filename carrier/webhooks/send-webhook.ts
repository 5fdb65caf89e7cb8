import { randomUUID } from "node:crypto";
import type { WebhookKind } from "../faults";
import type { Network } from "../network";
import type { WebhookTarget } from "../types";
import { type ConnectionOverrides, connectionOverrides } from "./connection-overrides";
import { type AttemptResult, attempt } from "./http-attempt";
import { sign } from "./signature";

export interface Webhook extends WebhookTarget {
  kind: WebhookKind;
  /** The call or message it is about. */
  sid: string;
  parameters: Record<string, string>;
}

export type WebhookResult =
  | { ok: true; contentType: string; body: string }
  | { ok: false; errorCode: 11200 | 11205 | 11206 };

/** Sends a webhook as the faults in force allow, and answers with what the first copy brought back. */
export async function sendWebhook(network: Network, webhook: Webhook): Promise<WebhookResult> {
  network.webhooksInFlight += 1;
  try {
    return await sendWithFaults(network, webhook);
  } finally {
    network.webhooksInFlight -= 1;
  }
}

async function sendWithFaults(network: Network, webhook: Webhook): Promise<WebhookResult> {
  const faults = network.faults.forWebhook(webhook.kind);
  if (faults.some((fault) => fault.effect === "drop")) {
    network.ledger.write("webhook_dropped", about(webhook));
    return { ok: false, errorCode: 11205 };
  }
  for (const fault of faults) {
    if (fault.effect === "delay") await pause(network.faults.between(fault.minMs ?? 0, fault.maxMs ?? 1000));
    if (fault.effect === "reorder") await network.reordering.turn();
  }
  const copies = Math.max(1, ...faults.map((fault) => (fault.effect === "duplicate" ? (fault.times ?? 2) : 1)));
  network.webhooksInFlight += copies;
  const sent = Array.from({ length: copies }, (_, copy) =>
    deliver(network, webhook, copy).finally(() => {
      network.webhooksInFlight -= 1;
    }),
  );
  network.reordering.passed();
  return (await sent[0]) ?? { ok: false, errorCode: 11205 };
}

async function deliver(network: Network, webhook: Webhook, copy: number): Promise<WebhookResult> {
  const target = connectionOverrides(webhook.url);
  const token = randomUUID();
  const deadline = Date.now() + target.totalMs;
  for (let attempts = 0; ; attempts++) {
    const started = Date.now();
    const left = deadline - started;
    const result = await attempt(request({ network, webhook, target, token, left }));
    const status = result.kind === "answered" ? result.status : null;
    const good = status !== null && status >= 200 && status < 300;
    network.ledger.write(good ? "webhook_sent" : "webhook_failed", {
      ...about(webhook),
      status,
      reason: result.kind === "answered" ? null : result.reason,
      ms: Date.now() - started,
      attempt: attempts,
      copy,
    });
    if (result.kind === "answered" && good) return { ok: true, contentType: result.contentType, body: result.body };
    const exhausted = attempts >= target.retries || Date.now() >= deadline;
    if (exhausted || !target.retryOn.has(policyOf(result))) return { ok: false, errorCode: errorOf(result) };
  }
}

interface Attempt {
  network: Network;
  webhook: Webhook;
  target: ConnectionOverrides;
  token: string;
  left: number;
}

function request({ network, webhook, target, token, left }: Attempt) {
  const form = new URLSearchParams(webhook.parameters).toString();
  const isPost = webhook.method === "POST";
  const url = isPost ? target.url : target.url + (target.url.includes("?") ? "&" : "?") + form;
  const headers: Record<string, string> = {
    "user-agent": "TwilioProxy/1.1",
    accept: "*/*",
    "x-home-region": "us1",
    "i-twilio-idempotency-token": token,
    "x-twilio-signature": sign(network.authToken, url, isPost ? webhook.parameters : {}),
  };
  if (isPost) {
    headers["content-type"] = "application/x-www-form-urlencoded; charset=UTF-8";
    headers["content-length"] = String(Buffer.byteLength(form));
  }
  return {
    url,
    method: webhook.method,
    headers,
    body: isPost ? form : "",
    connectMs: Math.min(left, target.connectMs),
    readMs: Math.min(left, target.readMs),
  };
}

function policyOf(result: AttemptResult): string {
  if (result.kind !== "answered") return result.kind === "reset" ? "rt" : result.kind;
  return result.status >= 500 ? "5xx" : "4xx";
}

function errorOf(result: AttemptResult): 11200 | 11205 | 11206 {
  if (result.kind === "ct") return 11205;
  return result.kind === "reset" ? 11206 : 11200;
}

/** Only the path: an address may carry a user and a password. */
function about(webhook: Webhook) {
  return {
    webhook: webhook.kind,
    sid: webhook.sid,
    path: URL.canParse(webhook.url) ? new URL(webhook.url).pathname : "",
    callStatus: webhook.parameters.DialCallStatus ?? webhook.parameters.CallStatus ?? null,
    messageStatus: webhook.parameters.MessageStatus ?? null,
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
