import type { Moment, Violation } from "../history";
import type { Known } from "./known";

const TO_DRAIN_MS = 180_000;
const OPEN = { call: ["ringing", "in_progress"], message: ["queued", "sending"] };

/**
 * I10: 180 s after the faults stopped nothing is undecided, unknown or sending. The rows must have been read when all was
 * done, or after that time; where the states were watched, what only got done later is seen as well.
 */
export function drained(known: Known): Violation[] {
  const { calm } = known;
  if (calm === null) return [broken("Nothing says when the faults stopped")];
  const { calls, messages, recoveries, pendingSlots } = known.rows;
  const forgotten = recoveries.filter(({ state, heldUntil }) => state === "held" && (heldUntil ?? 0) <= calm);
  return [
    ...calls.filter(({ endedAt }) => endedAt === null).map(({ sid }) => broken("A call is undecided", sid)),
    ...recoveries.filter(({ state }) => state === "texting").map(({ id }) => broken("A recovery is undecided", id)),
    ...forgotten.map(({ id }) => broken("A recovery is held although its time has come", id)),
    ...messages
      .filter(({ status }) => OPEN.message.includes(status))
      .map(({ id, status }) => broken(`A text is still "${status}"`, id)),
    ...pendingSlots.map(({ messageId, callerE164 }) =>
      broken("A caller's slot waits for a text", messageId, callerE164),
    ),
    ...doneLate(known, calm + TO_DRAIN_MS),
  ];
}

/** What was open until after the deadline. What is open still, the rows tell. */
function doneLate({ rows }: Known, deadline: Moment): Violation[] {
  const open = new Set<string>();
  return rows.watched.flatMap(({ at, kind, id, state }): Violation[] => {
    if (OPEN[kind].includes(state)) {
      open.add(id);
      return [];
    }
    const wasOpen = open.delete(id);
    if (!wasOpen || at <= deadline) return [];
    const seconds = Math.round((at - deadline + TO_DRAIN_MS) / 1000);
    return [broken(`A ${kind} was open until ${seconds} s after the faults stopped`, id)];
  });
}

function broken(what: string, ...evidence: string[]): Violation {
  return { invariant: "I10", what, evidence };
}
