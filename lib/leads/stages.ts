import { STAGES, type Stage } from "../../db/enums";

export type StageEvent = "missed_call" | "inbound_text" | "first_reply";

export type StageDetails = {
  words: string;
  /** Lucide's name. */
  icon: "inbox" | "messages-square" | "file-text" | "calendar-check" | "archive";
  family: "slip" | "pen" | "marker" | "answer" | "ink-3";
  /** What a person is asked when moving a lead here; each question can be skipped. */
  asks: "amount" | "day" | "reason" | null;
};

export const STAGE_DETAILS: Record<Stage, StageDetails> = {
  new: { words: "New", icon: "inbox", family: "slip", asks: null },
  talking: { words: "Talking", icon: "messages-square", family: "pen", asks: null },
  quoted: { words: "Quoted", icon: "file-text", family: "marker", asks: "amount" },
  booked: { words: "Booked", icon: "calendar-check", family: "answer", asks: "day" },
  lost: { words: "Lost", icon: "archive", family: "ink-3", asks: "reason" },
};

/** What becomes of the stage by itself. A booking that gives way stays in the timeline and in every count. */
export function stageAfter(current: Stage, event: StageEvent): Stage {
  return AFTER[current][event];
}

/** A quote outlives a call or a text about it; lost and booked leads come back. */
const AFTER: Record<Stage, Record<StageEvent, Stage>> = {
  new: { missed_call: "new", inbound_text: "talking", first_reply: "talking" },
  talking: { missed_call: "talking", inbound_text: "talking", first_reply: "talking" },
  quoted: { missed_call: "quoted", inbound_text: "quoted", first_reply: "quoted" },
  booked: { missed_call: "new", inbound_text: "talking", first_reply: "talking" },
  lost: { missed_call: "new", inbound_text: "talking", first_reply: "talking" },
};

export function isStage(word: string): word is Stage {
  return (STAGES as readonly string[]).includes(word);
}
