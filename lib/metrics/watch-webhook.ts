import { noteSignedWebhook } from "@/lib/health/public-address";
import { countRefusal, type Refusal, timeWebhook } from "./observe";

const REFUSED: Record<number, Refusal | undefined> = { 403: "signature", 413: "too_long" };

/** Answers a webhook, times it, and records that the carrier reached us when it was the carrier's. */
export async function watchWebhook(kind: "voice" | "message", work: () => Promise<Response>): Promise<Response> {
  const finished = timeWebhook(kind);
  const response = await work();
  finished(response.status);
  const why = REFUSED[response.status];
  if (why) countRefusal(why);
  // Only a signed one gets this far: everything else has been refused above.
  else if (response.status === 200) noteSignedWebhook();
  return response;
}
