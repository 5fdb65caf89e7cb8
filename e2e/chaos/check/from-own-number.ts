import type { Violation } from "../history";
import type { Known } from "./known";

/** I7: the sender's number belongs to the recovery's workspace, which is its call's, in the rows and at the carrier. */
export function fromOwnNumber(known: Known): Violation[] {
  const { messages, calls, numbersOf, rows, ledger } = known;
  const broken = new Map<string, Violation>();
  const note = (id: string, what: string, ...evidence: string[]) =>
    broken.set(id, broken.get(id) ?? { invariant: "I7", what, evidence: [id, ...evidence] });

  for (const recovery of rows.recoveries) {
    const call = calls.get(recovery.callId);
    if (call && call.workspaceId !== recovery.workspaceId) {
      note(recovery.id, "A recovery is not in its call's workspace", call.sid);
    }
    const message = recovery.messageId === null ? undefined : messages.get(recovery.messageId);
    if (!message) continue;
    if (message.workspaceId !== recovery.workspaceId) {
      note(message.id, "A recovery's text is another workspace's", recovery.id);
    } else if (!numbersOf.get(recovery.workspaceId)?.has(message.from)) {
      note(message.id, "A recovery's text comes from a number that is not its workspace's", recovery.id, message.from);
    }
  }
  for (const { messageId, from, sid } of ledger) {
    const message = messageId === null ? undefined : messages.get(messageId);
    if (message && !numbersOf.get(message.workspaceId)?.has(from)) {
      note(message.id, "A text was sent from a number that is not its workspace's", from, ...(sid ? [sid] : []));
    }
  }
  return [...broken.values()];
}
