import { webhookPaths } from "@/lib/twilio/webhook-urls";
import { takeMessage } from "../take-message";

export function POST(request: Request): Promise<Response> {
  return takeMessage(request, webhookPaths.messagesIncoming);
}
