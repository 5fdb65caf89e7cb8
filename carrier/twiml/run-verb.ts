import type { LiveCall } from "../calls/live-call";
import type { Network } from "../network";
import { dial } from "./dial";
import type { TwimlDocument } from "./fetch-document";
import { gather } from "./gather";
import { CONTINUE, methodOf, type Next, resolveUrl } from "./next";
import { TwimlError, type TwimlNode } from "./parse";
import { record } from "./record";
import { speak } from "./speak";

export interface Verb {
  network: Network;
  live: LiveCall;
  document: TwimlDocument;
  node: TwimlNode;
}

/** Carries out one verb. Every verb but Reject, Redirect and a bridging Dial answers the call. */
export async function runVerb(verb: Verb): Promise<Next> {
  const { live, document, node } = verb;
  switch (node.name) {
    case "Say":
    case "Play":
    case "Pause":
      live.answer();
      await speak(verb.live, node);
      return CONTINUE;
    case "Gather":
      live.answer();
      return gather(verb);
    case "Record":
      live.answer();
      return record(verb);
    case "Dial":
      if (live.record.direction === "outbound-dial") {
        throw new TwimlError(13201, "Dial: cannot Dial out from a Dial Call Segment");
      }
      return dial(verb);
    case "Hangup":
      return { kind: "hang up" };
    case "Reject":
      if (live.record.answeredAt !== null) return { kind: "hang up" };
      return { kind: "reject", busy: node.attributes.reason === "busy" };
    case "Redirect": {
      const url = resolveUrl(node.text, document.url);
      return { kind: "go to", request: { kind: "redirect", url, method: methodOf(node.attributes.method), extra: {} } };
    }
    default:
      throw new TwimlError(12200, `Schema validation warning: ${node.name} is not a verb of this network`);
  }
}
