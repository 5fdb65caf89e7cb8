import { log } from "@/lib/log";
import { verifyWebhook } from "@/lib/twilio/verify-webhook";

/** The parameters of a webhook that Twilio signed, or the answer for one it did not. `path` is the registered one. */
export async function readSignedWebhook(request: Request, path: string): Promise<URLSearchParams | Response> {
  const verified = verifyWebhook({
    path,
    signature: request.headers.get("x-twilio-signature"),
    rawBody: await request.text(),
    contentType: request.headers.get("content-type"),
  });
  if (verified.ok) return verified.params;
  log.warn("webhook.refused", { path, why: verified.why });
  return new Response("Forbidden", { status: 403 });
}
