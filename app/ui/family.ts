/** What a colour means: it worked, a call was missed, it waits for you, Ringback did it, it failed, nothing special. */
export type Family = "answer" | "slip" | "marker" | "pen" | "stamp" | "quiet";

export const familyText: Record<Family, string> = {
  answer: "text-answer-text",
  slip: "text-slip-text",
  marker: "text-marker-text",
  pen: "text-pen-text",
  stamp: "text-stamp-text",
  quiet: "text-ink-3",
};

export const familyTint: Record<Family, string> = {
  answer: "bg-answer-tint",
  slip: "bg-slip-tint",
  marker: "bg-marker-tint",
  pen: "bg-pen-tint",
  stamp: "bg-stamp-tint",
  quiet: "bg-hover",
};
