import type { Clock, Statement, Tx } from "@/db/tenant";
import type { VoiceEvent } from "@/lib/twilio/voice-events";
import type { Call } from "../gather-facts";
import type { Line } from "../line";

export type VoiceKind = "incoming" | "screen" | "accepted" | "detected" | "dialed" | "notice" | "status";

/** One webhook, verified, readable, of a known workspace and not seen before; its call is locked, or new. */
export type Step = Clock & { tx: Tx; line: Line; call: Call; event: VoiceEvent };

/** A call as it is to be saved, and what is to be written with it: all in one statement, by whoever took the step. */
export type Settled = { call: Call; writes?: Statement[] };

/** And what Twilio is answered. */
export type Answer = Settled & { twiml: string };
