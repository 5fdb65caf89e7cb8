import { log } from "@/lib/log";
import { readBody } from "@/lib/request-body";
import { verifyWebhook, whyUnsigned } from "./verify-webhook";

/**
 * The parameters of a webhook that Twilio signed, or the answer for one it did not. What the headers alone tell is
 * refused before the body is read, and no body is read further than any webhook is long.
 * @param path the registered one
 */
export async function readWebhook(request: Request, path: string): Promise<URLSearchParams | Response> {
  const signature = request.headers.get("x-twilio-signature");
  const contentType = request.headers.get("content-type");
  const unsigned = whyUnsigned(signature, contentType);
  if (unsigned) return refuse(path, unsigned, 403);
  const rawBody = await readBody(request);
  if (rawBody === null) return refuse(path, "too_long", 413);
  const verified = verifyWebhook({ path, signature, rawBody, contentType });
  return verified.ok ? verified.params : refuse(path, verified.why, 403);
}

function refuse(path: string, why: string, status: 403 | 413): Response {
  log.warn("webhook.refused", { path, why });
  return new Response(null, { status });
}
