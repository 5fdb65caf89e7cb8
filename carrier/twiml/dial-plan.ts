import type { WebhookTarget } from "../types";
import type { CallEvent } from "../webhooks/call-status-webhook";
import { methodOf, resolveUrl } from "./next";
import { isTrue, TwimlError, type TwimlNode, wholeNumber } from "./parse";
import type { Verb } from "./run-verb";

export interface DialNumber {
  to: string;
  /** The screening document that runs on the dialled phone before it is connected. */
  screen?: WebhookTarget;
  status?: WebhookTarget & { events: CallEvent[] };
  /** Told whether a person or a machine picked up. */
  detection?: WebhookTarget;
}

export interface DialPlan {
  numbers: DialNumber[];
  callerId: string;
  /** As Twilio counts: five seconds more than written. */
  timeoutSeconds: number;
  answerOnBridge: boolean;
  sequential: boolean;
  hasAction: boolean;
}

const TWILIO_ADDS = 5;

/** Reads a Dial. @throws {TwimlError} when it holds what this network does not dial, or a caller id it may not show */
export function readDial({ network, live, document, node }: Verb): DialPlan {
  const nouns = node.children.length > 0 ? node.children : [{ ...node, attributes: {}, name: "Number" }];
  const numbers = nouns.map((noun) => readNumber(noun, document.url));
  const inbound = live.record.direction === "inbound";
  const callerId = node.attributes.callerId ?? (inbound ? live.record.from : live.record.to);
  const allowed = [live.record.from, live.record.to].includes(callerId) || network.state.numbers.has(callerId);
  if (!allowed) throw new TwimlError(13214, "Dial: Invalid callerId value");
  return {
    numbers,
    callerId,
    timeoutSeconds: Math.min(600, Math.max(5, wholeNumber(node, "timeout", 30))) + TWILIO_ADDS,
    answerOnBridge: isTrue(node, "answerOnBridge"),
    sequential: isTrue(node, "sequential"),
    hasAction: node.attributes.action !== undefined,
  };
}

function readNumber(noun: TwimlNode, base: string): DialNumber {
  if (noun.name !== "Number") throw new TwimlError(12200, `Dial: this network does not dial ${noun.name}`);
  const { url, method, statusCallback, statusCallbackMethod, statusCallbackEvent } = noun.attributes;
  const { machineDetection, amdStatusCallback, amdStatusCallbackMethod } = noun.attributes;
  return {
    to: dialledNumber(noun.text),
    screen: url ? { url: resolveUrl(url, base), method: methodOf(method) } : undefined,
    status: statusCallback
      ? {
          url: resolveUrl(statusCallback, base),
          method: methodOf(statusCallbackMethod),
          events: readEvents(statusCallbackEvent),
        }
      : undefined,
    detection:
      machineDetection && amdStatusCallback
        ? { url: resolveUrl(amdStatusCallback, base), method: methodOf(amdStatusCallbackMethod) }
        : undefined,
  };
}

export function readEvents(list: string | undefined): CallEvent[] {
  const known: CallEvent[] = ["initiated", "ringing", "answered", "completed"];
  const wanted = (list ?? "completed").split(/\s+/);
  return known.filter((event) => wanted.includes(event));
}

function dialledNumber(text: string): string {
  const digits = text.replace(/[^\d+]/g, "");
  if (digits.startsWith("+")) return digits;
  return digits.length === 10 ? `+1${digits}` : `+${digits}`;
}
