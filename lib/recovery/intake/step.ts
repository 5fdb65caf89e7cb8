import type { Clock, Tx } from "@/db/tenant";
import type { VoiceEvent } from "@/lib/twilio/voice-events";
import type { Call } from "../gather-facts";
import type { Line } from "../line";

export type VoiceKind = "incoming" | "screen" | "accepted" | "detected" | "dialed" | "notice" | "status";

/** One webhook, verified, readable, of a known workspace and not seen before; its call is locked. */
export type Step = Clock & { tx: Tx; line: Line; call: Call; event: VoiceEvent };

/** What Twilio is answered, and the call as the step leaves it: written once, by whoever took the step. */
export type Answer = { twiml: string; call: Call };
