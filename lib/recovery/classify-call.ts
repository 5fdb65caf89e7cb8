import type { Outcome } from "@/db/enums";
import type { CallProgress } from "@/lib/twilio/call-words";
import type { DialResult } from "@/lib/twilio/voice-events";

export type Witness = "incoming" | "dialed" | "notice" | "status" | "sweep";

export type CallFacts = {
  witness: Witness;
  /** What the call was treated as when it arrived: phones rung, a miss at once, or a second leg turned away. */
  route: "ring" | "miss" | "reject";
  leg: CallProgress;
  dial: Pick<DialResult, "status" | "bridged"> | null;
  /** Somebody pressed 1. Without it nobody has answered, whatever the carrier says. */
  accepted: boolean;
  screening: "press_1" | "off";
  /** On an unscreened line: a voicemail picked up. */
  machineAnswered: boolean;
  /** Whether the caller hears the notice, and so gets the chance to press 9. */
  notice: "none" | "playing" | "over";
  /** The time a status callback gives the notice's action is over. */
  waited: boolean;
};

export type Classified =
  | { is: "open" }
  /** Over, but a better witness may still come. */
  | { is: "waiting" }
  | { is: "final"; outcome: Outcome };

export const OVER: readonly CallProgress[] = ["completed", "busy", "failed", "no_answer", "canceled"];

const open: Classified = { is: "open" };
const waiting: Classified = { is: "waiting" };
const final = (outcome: Outcome): Classified => ({ is: "final", outcome });

/** What a call has become, from what is known so far. Any order of witnesses ends the same. */
export function classifyCall(facts: CallFacts): Classified {
  const over = OVER.includes(facts.leg);
  if (facts.route === "reject") return final("missed");
  if (over && lacksDial(facts)) return waiting;
  if (facts.route === "ring" && answered(facts)) {
    const outcome = facts.screening === "off" && facts.machineAnswered ? "voicemail" : "answered";
    return over || facts.dial ? final(outcome) : open;
  }
  if (facts.notice === "over") return final("missed");
  if (!over && facts.notice === "playing") return open;
  if (!over) return facts.route === "miss" || facts.dial ? final("missed") : open;
  if (facts.notice === "playing" && !facts.waited && facts.witness !== "sweep") return waiting;
  if (facts.route === "ring" && facts.leg === "failed" && !facts.dial) return final("failed");
  return final("missed");
}

/** Only the dial's action says whether the two were connected, and it may be overtaken by the status callback. */
function lacksDial({ route, dial, leg, accepted, waited }: CallFacts): boolean {
  return route === "ring" && !dial && !waited && (accepted || leg === "completed" || leg === "failed");
}

function answered({ accepted, screening, dial, leg, notice }: CallFacts): boolean {
  if (screening === "press_1")
    return accepted && (dial ? dial.bridged !== false : !OVER.includes(leg) || leg === "completed");
  if (dial) return (dial.status === "completed" || dial.status === "answered") && dial.bridged !== false;
  // Without the dial's action: with answerOnBridge an unanswered caller's leg never reads `completed`.
  return leg === "completed" && notice === "none";
}
