import type { OptOutSource } from "@/db/enums";
import type { LeadDetails } from "@/lib/leads/get-lead";
import { spelledDay } from "@/lib/recovery/explain-amounts";

const HOW: Record<OptOutSource, (by: string) => string> = {
  keyword: () => "They texted STOP",
  wording: () => "They asked us to stop texting",
  key_press: () => "They pressed 9 for no texts",
  member: (by) => `${by} marked them as opted out`,
  carrier: () => "Their carrier told us that they opted out,",
};

/** Why nobody may text this caller, in a sentence; null when they may. */
export function cannotTextWords({ optOut, blocked, blockedBy, now }: LeadDetails, timeZone: string): string | null {
  if (optOut) {
    const day = spelledDay(optOut.at, now, timeZone);
    return `${HOW[optOut.source](optOut.by ?? "Your team")} ${day}. Only they can start texts again, by texting START.`;
  }
  return blocked ? `${blockedBy ?? "Your team"} blocked this number. Unblock it to text them.` : null;
}
