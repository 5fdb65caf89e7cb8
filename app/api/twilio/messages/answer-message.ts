import { log } from "@/lib/log";
import { emptyTwiml } from "@/lib/twilio/twiml";
import { withinDeadline } from "@/lib/within-deadline";

/** 200 only after the commit; 503, so that Twilio repeats, when the database does not do it in time. */
export async function answerMessage(path: string, work: () => Promise<unknown>): Promise<Response> {
  try {
    await withinDeadline(work);
    return new Response(emptyTwiml(), { headers: { "content-type": "text/xml" } });
  } catch (error) {
    log.error("webhook.failed", error, { path });
    return new Response(null, { status: 503 });
  }
}
