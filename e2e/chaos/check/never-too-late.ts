import type { Violation } from "../history";
import { isAutomatic, type Known } from "./known";
import { mayHaveBegun } from "./may-have-begun";

const TOO_LATE_MS = 10 * 60_000;

/**
 * I9: no automatic text goes out for a call older than 10 min, by when the network ended the call; nor, of a held one, 10 min
 * after its time had come.
 */
export function neverTooLate(known: Known): Violation[] {
  return known.ledger.flatMap((request): Violation[] => {
    const message = request.messageId === null ? undefined : known.messages.get(request.messageId);
    if (!message || !isAutomatic(known, request)) return [];
    const recovery = message.recoveryId === null ? undefined : known.recoveries.get(message.recoveryId);
    const call = recovery && known.calls.get(recovery.callId);
    if (!call) return [];
    const endedAt = known.placed.get(call.sid)?.endedAt ?? call.endedAt;
    const from = recovery.heldUntil ?? endedAt;
    if (from === null || mayHaveBegun(known, request, from + TOO_LATE_MS)) return [];
    const since = recovery.heldUntil === null ? "its call had ended" : "its time had come";
    const what = `A text was requested ${Math.round((request.at - from) / 1000)} s after ${since}`;
    return [{ invariant: "I9", what, evidence: [call.sid, message.id, ...(request.sid ? [request.sid] : [])] }];
  });
}
