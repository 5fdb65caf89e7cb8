import type { CarrierRequest, Violation } from "../history";
import type { Known, Message, Recovery } from "./known";

/**
 * I2: each `texted` recovery matches exactly one message that the carrier took, by the message's own id and by its sid,
 * and the carrier took no opening without one. A text of any purpose that it took twice is here as well.
 */
export function textedIsTaken(known: Known): Violation[] {
  const taken = known.ledger.filter(({ sid }) => sid !== null);
  const unknown = taken.filter(({ messageId }) => messageId === null || !known.messages.has(messageId));
  return [
    ...known.rows.recoveries.flatMap((recovery) => (recovery.state === "texted" ? judgeTexted(known, recovery) : [])),
    ...[...known.requests.keys()].flatMap((id) => judgeTaken(known, id)),
    ...unknown.map(({ sid, to }) => broken("The carrier took a text that no row knows", sid, to)),
  ];
}

function judgeTexted(known: Known, { id, callId, messageId }: Recovery): Violation[] {
  const message = messageId === null ? undefined : known.messages.get(messageId);
  if (!message) return [broken("A texted recovery has no text", id, messageId)];
  const [taken] = takenOf(known, message.id);
  if (!taken) return [broken("A texted recovery's text never was at the carrier", id, message.id)];
  if (known.calls.get(callId)?.callerE164 !== taken.to) {
    return [broken("A recovery's text went to somebody who did not make that call", id, message.id, taken.sid)];
  }
  return [];
}

function judgeTaken(known: Known, messageId: string): Violation[] {
  const message = known.messages.get(messageId);
  const taken = takenOf(known, messageId);
  const [first] = taken;
  if (!message || !first) return [];
  const sids = taken.map(({ sid }) => sid);
  if (taken.length > 1) return [broken(`The carrier took one text ${taken.length} times`, messageId, ...sids)];
  if (message.sid !== first.sid) return [broken("A text has not the sid it was taken under", messageId, first.sid)];
  if (message.to !== first.to || message.body !== first.body) {
    return [broken("A text left other than it stands in its row", messageId, first.sid)];
  }
  return message.purpose === "text_back" ? judgeOpening(known, message, first) : [];
}

function judgeOpening({ recoveriesOfMessage }: Known, message: Message, { sid }: CarrierRequest): Violation[] {
  const recoveries = recoveriesOfMessage.get(message.id) ?? [];
  const texted = recoveries.filter(({ state }) => state === "texted");
  if (texted.length === 1) return [];
  const ids = (texted.length > 1 ? texted : recoveries).map(({ id }) => id);
  const what = texted.length > 1 ? "One opening counts for several recoveries" : "An opening went out untold";
  return [broken(what, message.id, sid, ...ids)];
}

function takenOf({ requests }: Known, messageId: string): CarrierRequest[] {
  return (requests.get(messageId) ?? []).filter(({ sid }) => sid !== null);
}

function broken(what: string, ...evidence: (string | null)[]): Violation {
  return { invariant: "I2", what, evidence: evidence.filter((one) => one !== null) };
}
