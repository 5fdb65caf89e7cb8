import { keepStray } from "@/lib/conversations/keep-stray";
import { receiveMessage } from "@/lib/conversations/receive-message";
import { watchWebhook } from "@/lib/metrics/watch-webhook";
import { readInboundMessage } from "@/lib/twilio/message-events";
import { readWebhook } from "@/lib/twilio/read-webhook";
import { redact } from "@/lib/twilio/redact";
import { answerMessage } from "./answer-message";

/** Takes an inbound text at either of its two addresses. Answers are sent by the worker, never from here. */
export function takeMessage(request: Request, path: string): Promise<Response> {
  return watchWebhook("message", () => take(request, path));
}

async function take(request: Request, path: string): Promise<Response> {
  const params = await readWebhook(request, path);
  if (params instanceof Response) return params;
  const message = readInboundMessage(params);
  return answerMessage(path, async () => {
    if ("unreadable" in message) {
      const sid = params.get("MessageSid");
      await keepStray({ kind: "message.incoming", why: "unreadable", sid, params: redact(params) });
    } else {
      const { sid, from, to, body, media, optOutType } = message;
      await receiveMessage({ sid, from, to, body, media, optOutType, params: redact(params) });
    }
  });
}
