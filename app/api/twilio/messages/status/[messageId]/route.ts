import { keepStray } from "@/lib/conversations/keep-stray";
import { recordDelivery } from "@/lib/conversations/record-delivery";
import { isUuid } from "@/lib/leads/uuid";
import { watchWebhook } from "@/lib/metrics/watch-webhook";
import { readMessageStatus } from "@/lib/twilio/message-events";
import { readWebhook } from "@/lib/twilio/read-webhook";
import { redact } from "@/lib/twilio/redact";
import { webhookPaths } from "@/lib/twilio/webhook-urls";
import { answerMessage } from "../../answer-message";

type Where = { params: Promise<{ messageId: string }> };

/** What became of one of our texts; its id stands in the path. */
export function POST(request: Request, where: Where): Promise<Response> {
  return watchWebhook("message", () => take(request, where));
}

async function take(request: Request, { params }: Where): Promise<Response> {
  const { messageId } = await params;
  if (!isUuid(messageId)) return new Response(null, { status: 404 });
  const path = webhookPaths.messageStatus(messageId);
  const fields = await readWebhook(request, path);
  if (fields instanceof Response) return fields;
  const report = readMessageStatus(fields);
  return answerMessage(path, async () => {
    if ("unreadable" in report) {
      const sid = fields.get("MessageSid");
      await keepStray({ kind: "message.status", why: "unreadable", sid, params: redact(fields) });
    } else {
      const { sid, status, errorCode } = report;
      await recordDelivery({ messageId, sid, status, errorCode });
    }
  });
}
