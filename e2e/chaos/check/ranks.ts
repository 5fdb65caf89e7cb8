/** A state's place; nothing goes back to a lower one, and what has reached the last place stays as it is. */
type Ranks = Readonly<Record<string, number>>;

export const LAST = 9;

export const CALL_RANK: Ranks = {
  ringing: 0,
  in_progress: 1,
  answered: LAST,
  voicemail: LAST,
  voice_ai: LAST,
  missed: LAST,
  failed: LAST,
};

/** Waiting and being sent are one place: a text that the carrier refuses for now waits again. */
export const MESSAGE_RANK: Ranks = {
  queued: 0,
  sending: 0,
  unconfirmed: 1,
  accepted: 2,
  sent: 3,
  delivered: LAST,
  undelivered: LAST,
  failed: LAST,
  received: LAST,
};
