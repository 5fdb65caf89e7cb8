import { notice, sayAndHangUp } from "@/lib/twilio/twiml";
import { webhookPaths, webhookUrl } from "@/lib/twilio/webhook-urls";
import { decide } from "../decide";
import { gatherFacts } from "../gather-facts";
import { renderNotice } from "../text-back";
import { settleCall } from "./settle-call";
import type { Answer, Step } from "./step";

/** Said to somebody who will not be texted: nobody is promised a text they will not get. */
const WITHOUT_TEXT = "Sorry we missed you, this is {business}. Please call again later.";

/**
 * What a caller hears when nobody is there. With the notice on and a text to come: the notice, whose end decides the
 * call. Otherwise the call is decided now.
 */
export async function beginNotice(step: Step, witness: "incoming" | "dialed"): Promise<Answer> {
  const { line, call, now } = step;
  if (line.settings.noticeOn && (await wouldText(step))) {
    return { twiml: noticeTwiml(step), call: { ...call, notice: "playing", noticeStartedAt: now } };
  }
  return {
    twiml: sayAndHangUp(renderNotice(WITHOUT_TEXT, { business: line.workspace.name })),
    ...(await settleCall({ ...step, witness })),
  };
}

export function noticeTwiml({ line }: Pick<Step, "line">): string {
  return notice({
    words: renderNotice(line.settings.notice, { business: line.workspace.name }),
    actionUrl: webhookUrl(webhookPaths.voiceNotice),
  });
}

/** A preview, without locks: what counts is decided when the call is over. */
async function wouldText({ tx, line, call, now }: Step): Promise<boolean> {
  if (!call.callerE164) return false;
  const { facts } = await gatherFacts({ tx, line, call, outcome: "missed", heldUntil: null, now });
  return decide(facts).verdict === "text";
}
