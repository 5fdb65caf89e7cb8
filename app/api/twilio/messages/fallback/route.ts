import { webhookPaths } from "@/lib/twilio/webhook-urls";
import { takeMessage } from "../take-message";

/** Where Twilio brings a text that the first address did not take. */
export function POST(request: Request): Promise<Response> {
  return takeMessage(request, webhookPaths.messagesFallback);
}
