import type { MessageStatus } from "../../db/enums";

/** `unconfirmed` ranks below every proof that the carrier took the text, so that proof upgrades it. */
const RANK: Record<MessageStatus, number> = {
  queued: 0,
  sending: 1,
  unconfirmed: 2,
  accepted: 3,
  sent: 4,
  delivered: 5,
  undelivered: 5,
  failed: 5,
  received: 6,
};

const TERMINAL: readonly MessageStatus[] = ["delivered", "undelivered", "failed", "received"];

export function isTerminal(status: MessageStatus): boolean {
  return TERMINAL.includes(status);
}

/** The status after a report that may be late, repeated or out of order. Never a step back; a terminal status stays. */
export function advance(current: MessageStatus, incoming: MessageStatus): MessageStatus {
  // Only an inbound text is ever `received`; a report of that about one of ours would be nonsense.
  if (isTerminal(current) || incoming === "received") return current;
  return RANK[incoming] > RANK[current] ? incoming : current;
}

const FROM_PROVIDER: Record<string, MessageStatus> = {
  accepted: "accepted",
  scheduled: "accepted",
  queued: "accepted",
  sending: "accepted",
  sent: "sent",
  partially_delivered: "sent",
  delivered: "delivered",
  read: "delivered",
  undelivered: "undelivered",
  failed: "failed",
  canceled: "failed",
  receiving: "received",
  received: "received",
};

/** Twilio's word as ours, or null for a word we do not know. Whatever Twilio has queued, it has accepted. */
export function fromProvider(status: string): MessageStatus | null {
  const word = status.trim().toLowerCase();
  return Object.hasOwn(FROM_PROVIDER, word) ? (FROM_PROVIDER[word] ?? null) : null;
}
