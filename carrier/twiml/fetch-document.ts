import type { LiveCall } from "../calls/live-call";
import type { WebhookKind } from "../faults";
import type { Network } from "../network";
import type { WebhookTarget } from "../types";
import { callParameters } from "../webhooks/call-parameters";
import { sendWebhook } from "../webhooks/send-webhook";
import { parseTwiml, TwimlError, type TwimlNode } from "./parse";

export interface TwimlRequest extends WebhookTarget {
  kind: WebhookKind;
  /** Parameters besides those that every request about the call has. */
  extra: Record<string, string>;
}

export interface TwimlDocument {
  /** Where it came from: relative addresses in it start here, and an absent action is this. */
  url: string;
  verbs: TwimlNode[];
}

/** What Twilio calls an application error: the caller is told so and the call ends. */
export class ApplicationError extends Error {}

/** Asks for TwiML; after a failure or an unusable answer the call's fallback. @throws {ApplicationError} */
export async function fetchDocument(network: Network, live: LiveCall, request: TwimlRequest): Promise<TwimlDocument> {
  try {
    return await ask(network, live, request);
  } catch (error) {
    const code = codeOf(error);
    report(network, live, { code, url: request.url, message: (error as Error).message });
    if (!live.fallback || live.signal.aborted) throw new ApplicationError(String(code));
    const extra = { ErrorCode: String(code), ErrorUrl: withoutFragment(request.url) };
    try {
      return await ask(network, live, { ...live.fallback, kind: "fallback", extra });
    } catch (second) {
      const { url } = live.fallback;
      report(network, live, { code: codeOf(second), url, message: (second as Error).message });
      throw new ApplicationError(String(codeOf(second)));
    }
  }
}

async function ask(network: Network, live: LiveCall, request: TwimlRequest): Promise<TwimlDocument> {
  const parameters = { ...callParameters(network, live.record), ...request.extra };
  const answer = await sendWebhook(network, { ...request, sid: live.record.sid, parameters });
  if (!answer.ok) throw new RequestFailed(answer.errorCode);
  const url = withoutFragment(request.url);
  network.ledger.write("twiml", { callSid: live.record.sid, webhook: request.kind, document: answer.body });
  return { url, verbs: readAnswer(answer.contentType, answer.body) };
}

class RequestFailed extends Error {
  constructor(readonly code: number) {
    super("the address gave no usable answer");
  }
}

function readAnswer(contentType: string, body: string): TwimlNode[] {
  const type = contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  if (["text/xml", "application/xml", "text/html"].includes(type)) return parseTwiml(body);
  if (type === "text/plain") return [{ name: "Say", attributes: {}, children: [], text: body.trim() }];
  if (type.startsWith("audio/")) return [{ name: "Play", attributes: {}, children: [], text: "the answer" }];
  throw new TwimlError(12300, `Invalid Content-Type: ${type || "none"}`);
}

function codeOf(error: unknown): number {
  if (error instanceof TwimlError || error instanceof RequestFailed) return error.code;
  throw error;
}

function report(network: Network, live: LiveCall, problem: { code: number; url: string; message: string }): void {
  const path = URL.canParse(problem.url) ? new URL(problem.url).pathname : "";
  network.ledger.write("error", { callSid: live.record.sid, code: problem.code, path, message: problem.message });
}

function withoutFragment(url: string): string {
  return url.split("#", 1)[0] ?? url;
}
