/** What Twilio takes in one text. */
export const MOST_CHARACTERS = 1600;

export const REPLY_REFUSALS = ["empty", "too_long", "opted_out", "blocked", "no_number", "workspace_off"] as const;
export type ReplyRefusal = (typeof REPLY_REFUSALS)[number];

export const REPLY_REFUSAL_WORDS: Record<ReplyRefusal, string> = {
  empty: "Write something first.",
  too_long: `That is too long for one text. Keep it to ${MOST_CHARACTERS.toLocaleString("en-US")} characters.`,
  opted_out: "They opted out of your texts. Only they can start texts again, by texting START.",
  blocked: "This number is blocked. Unblock it to text them.",
  no_number: "Your workspace has no number to text from. Get one under Phone line.",
  workspace_off: "This workspace is switched off, so nothing is texted. Turn it on under Recovery.",
};
