import type { Reason } from "../../db/enums";

/** What Twilio takes in one text. */
export const MOST_CHARACTERS = 1600;

/** What is wrong with a reply itself; everything else that stops one is a reason of the gate. */
export const REPLY_REFUSALS = ["empty", "too_long", "no_consent"] as const;
export type ReplyRefusal = (typeof REPLY_REFUSALS)[number] | Reason;

export const REPLY_REFUSAL_WORDS: Record<(typeof REPLY_REFUSALS)[number], string> = {
  empty: "Write something first.",
  too_long: `That is too long for one text. Keep it to ${MOST_CHARACTERS.toLocaleString("en-US")} characters.`,
  no_consent: "They never called or wrote to you. Say how they agreed to be texted first.",
};
