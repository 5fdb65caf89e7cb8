import { CallOver } from "../calls/live-call";
import { callParameters } from "../webhooks/call-parameters";
import { sendWebhook } from "../webhooks/send-webhook";
import { DialAttempt } from "./dial-attempt";
import { readDial } from "./dial-plan";
import { CONTINUE, goToAction, type Next } from "./next";
import type { Verb } from "./run-verb";

/** Rings the numbers of a Dial, connects whoever accepts, and goes on with the action. */
export async function dial(verb: Verb): Promise<Next> {
  const { live } = verb;
  const plan = readDial(verb);
  if (!plan.answerOnBridge) live.answer();
  live.remote?.hear("ringing", "Ringing");
  const attempt = new DialAttempt(verb.network, live, plan);
  try {
    await attempt.run();
    live.check();
  } catch (error) {
    attempt.cancel();
    if (error instanceof CallOver && plan.hasAction) await tellAfterHangUp(verb, attempt);
    throw error;
  }
  if (!plan.hasAction) return CONTINUE;
  return goToAction({ ...verb, kind: "dial_action", extra: attempt.result() });
}

/** The caller is gone. Whether Twilio then still asks the action is not settled, so it is a setting. */
async function tellAfterHangUp(verb: Verb, attempt: DialAttempt): Promise<void> {
  const { network, live } = verb;
  const { dialActionOnAbandon } = network.settings;
  const extra = attempt.result();
  if (extra.DialBridged === "false") {
    if (dialActionOnAbandon === "none") return;
    extra.DialCallStatus = dialActionOnAbandon;
  }
  const next = goToAction({ ...verb, kind: "dial_action", extra });
  if (next.kind !== "go to") return;
  const parameters = { ...callParameters(network, live.record), CallStatus: "completed", ...extra };
  await sendWebhook(network, { ...next.request, sid: live.record.sid, parameters });
}
