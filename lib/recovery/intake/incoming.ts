import { formatPhone } from "@/lib/phone/e164";
import { hangUp, rejectBusy, ring, screen } from "@/lib/twilio/twiml";
import { webhookPaths, webhookUrl } from "@/lib/twilio/webhook-urls";
import { ringable } from "../line";
import { beginNotice, noticeTwiml } from "./begin-notice";
import { settleCall } from "./settle-call";
import type { Answer, Step } from "./step";

/** A call arrives: ring the phones, or tell the caller that they were missed, or turn a second leg away. */
export async function answerIncoming(step: Step): Promise<Answer> {
  const { line, call } = step;
  if (call.route === "reject") {
    return { twiml: rejectBusy(), ...(await settleCall({ ...step, witness: "incoming" })) };
  }
  if (call.endedAt) return { twiml: hangUp(), call };
  if (call.notice === "playing") return { twiml: noticeTwiml(step), call };
  if (call.route === "ring") return { twiml: ringTwiml(step), call };
  if (!line.settings.noticeOn) {
    return { twiml: hangUp(), ...(await settleCall({ ...step, witness: "incoming" })) };
  }
  return beginNotice(step, "incoming");
}

function ringTwiml({ line, call }: Step): string {
  const screened = line.number.screening === "press_1";
  return ring({
    phones: ringable(line).map(({ e164 }) => ({
      e164,
      ...(screened
        ? { screenUrl: webhookUrl(webhookPaths.voiceScreen(call.providerSid)) }
        : { detectionUrl: webhookUrl(webhookPaths.voiceDetected(call.providerSid)) }),
    })),
    timeoutSeconds: line.number.ringSeconds,
    // Our own number: if a phone forwards back to us, the second leg comes from ourselves and is known by it.
    callerId: line.number.e164,
    actionUrl: webhookUrl(webhookPaths.voiceDialed),
    legStatusUrl: webhookUrl(webhookPaths.voiceStatus),
    sequential: line.number.ringStrategy === "sequential",
  });
}

/** Somebody, or a voicemail, picked up one of the phones: only a person presses 1. */
export async function answerScreen({ line, call }: Step): Promise<Answer> {
  if (call.endedAt || call.acceptedAt) return { twiml: hangUp(), call };
  const who = call.callerE164 ? formatPhone(call.callerE164) : "a hidden number";
  return {
    call,
    twiml: screen({
      words: `Call for ${line.workspace.name}, from ${who}. Press 1 to answer.`,
      acceptUrl: webhookUrl(webhookPaths.voiceAccepted(call.providerSid)),
    }),
  };
}
