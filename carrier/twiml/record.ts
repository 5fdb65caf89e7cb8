import { CallOver } from "../calls/live-call";
import { newSid } from "../sid";
import { callParameters } from "../webhooks/call-parameters";
import { sendWebhook } from "../webhooks/send-webhook";
import { CONTINUE, goToAction, methodOf, type Next, resolveUrl } from "./next";
import { wholeNumber } from "./parse";
import type { Verb } from "./run-verb";

/** Records what the other end has to say. An empty recording is not worth a request, as at Twilio. */
export async function record(verb: Verb): Promise<Next> {
  const { live, node } = verb;
  const { remote } = live;
  if (node.attributes.playBeep !== "false") remote?.hear("beep", "Beep");
  const longest = wholeNumber(node, "maxLength", 3600);
  const willing = Math.min(remote?.messageSeconds ?? 0, longest);
  const finishOnKey = node.attributes.finishOnKey ?? "1234567890*#";
  const started = Date.now();
  const spoken = () => Math.min(willing, Math.round(verb.network.clock.seconds(Date.now() - started)));
  const silence = willing < longest ? wholeNumber(node, "timeout", 5) : 0;
  try {
    const key = await waitOrKey(verb, willing + silence, finishOnKey);
    const seconds = key === "" ? willing : spoken();
    if (seconds === 0 && key === "") return CONTINUE;
    return goToAction({ ...verb, kind: "record", extra: recording(verb, seconds, key) });
  } catch (error) {
    if (error instanceof CallOver && spoken() > 0) await tellAfterHangUp(verb, spoken());
    throw error;
  }
}

/** @returns the key that ended it, or nothing when the time did */
async function waitOrKey({ network, live }: Verb, seconds: number, finishOnKey: string): Promise<string> {
  let pressed = "";
  const stop = new AbortController();
  const onOver = () => stop.abort();
  live.signal.addEventListener("abort", onOver, { once: true });
  const unlisten = live.remote?.onKey((key) => {
    if (!finishOnKey.includes(key)) return;
    pressed = key;
    stop.abort();
  });
  await network.clock.wait(seconds, stop.signal);
  live.signal.removeEventListener("abort", onOver);
  unlisten?.();
  live.check();
  return pressed;
}

function recording({ network, document, node, live }: Verb, seconds: number, key: string): Record<string, string> {
  const sid = newSid("RE");
  const extra = {
    RecordingSid: sid,
    RecordingUrl: `${network.url}/2010-04-01/Accounts/${network.accountSid}/Recordings/${sid}`,
    RecordingDuration: String(seconds),
  };
  const callback = node.attributes.recordingStatusCallback;
  if (callback) {
    void sendWebhook(network, {
      kind: "record",
      sid: live.record.sid,
      url: resolveUrl(callback, document.url),
      method: methodOf(node.attributes.recordingStatusCallbackMethod),
      parameters: {
        AccountSid: network.accountSid,
        CallSid: live.record.sid,
        ...extra,
        RecordingStatus: "completed",
        RecordingChannels: "1",
        RecordingSource: "RecordVerb",
      },
    });
  }
  return key === "" ? extra : { ...extra, Digits: key };
}

/** The caller hung up while speaking: the action is told, and its answer has nobody left to hear it. */
async function tellAfterHangUp(verb: Verb, seconds: number): Promise<void> {
  const next = goToAction({ ...verb, kind: "record", extra: recording(verb, seconds, "hangup") });
  if (next.kind !== "go to") return;
  const { extra, ...target } = next.request;
  const parameters = { ...callParameters(verb.network, verb.live.record), ...extra };
  await sendWebhook(verb.network, { ...target, sid: verb.live.record.sid, parameters });
}
