/** Where a call stands, in the order a call passes through; the last five are final. */
export const CALL_PROGRESS = [
  "queued",
  "initiated",
  "ringing",
  "in_progress",
  "completed",
  "busy",
  "failed",
  "no_answer",
  "canceled",
] as const;
export type CallProgress = (typeof CALL_PROGRESS)[number];

export type CallDirection = "inbound" | "outbound_api" | "outbound_dial" | "other";

/** How ringing the phones ended. */
export type DialStatus = "completed" | "answered" | "busy" | "no_answer" | "failed" | "canceled";

const PROGRESS_OF: Record<string, CallProgress> = {
  queued: "queued",
  initiated: "initiated",
  ringing: "ringing",
  "in-progress": "in_progress",
  completed: "completed",
  busy: "busy",
  failed: "failed",
  "no-answer": "no_answer",
  canceled: "canceled",
};

const DIRECTION_OF: Record<string, CallDirection> = {
  inbound: "inbound",
  "outbound-api": "outbound_api",
  "outbound-dial": "outbound_dial",
};

const DIAL_STATUS_OF: Record<string, DialStatus> = {
  completed: "completed",
  answered: "answered",
  busy: "busy",
  "no-answer": "no_answer",
  failed: "failed",
  canceled: "canceled",
};

/** Twilio's word for a call's state in ours; null for a word we do not know. */
export function callProgress(word: string): CallProgress | null {
  return Object.hasOwn(PROGRESS_OF, word) ? (PROGRESS_OF[word] ?? null) : null;
}

export function callDirection(word: string): CallDirection {
  return Object.hasOwn(DIRECTION_OF, word) ? (DIRECTION_OF[word] ?? "other") : "other";
}

export function dialStatus(word: string): DialStatus | null {
  return Object.hasOwn(DIAL_STATUS_OF, word) ? (DIAL_STATUS_OF[word] ?? null) : null;
}
