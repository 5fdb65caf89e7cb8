import type { Violation } from "../history";
import { isAutomatic, type Known } from "./known";
import { mayHaveBegun } from "./may-have-begun";

const TOO_LATE_MS = 10 * 60_000;

/** I9: no automatic text that was not held goes out for a call older than 10 min, by when the network ended the call. */
export function neverTooLate(known: Known): Violation[] {
  return known.ledger.flatMap((request): Violation[] => {
    const message = request.messageId === null ? undefined : known.messages.get(request.messageId);
    if (!message || !isAutomatic(known, request)) return [];
    const recovery = message.recoveryId === null ? undefined : known.recoveries.get(message.recoveryId);
    const call = recovery && known.calls.get(recovery.callId);
    if (!call || recovery.held) return [];
    const endedAt = known.placed.get(call.sid)?.endedAt ?? call.endedAt;
    if (endedAt === null || mayHaveBegun(known, request, endedAt + TOO_LATE_MS)) return [];
    const what = `A text was requested ${Math.round((request.at - endedAt) / 1000)} s after its call had ended`;
    return [{ invariant: "I9", what, evidence: [call.sid, message.id, ...(request.sid ? [request.sid] : [])] }];
  });
}
