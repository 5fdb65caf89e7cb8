import type { OptOutSource } from "@/db/enums";
import type { LeadDetails } from "@/lib/leads/get-lead";
import { spelledDay } from "@/lib/recovery/explain-amounts";

const HOW: Record<OptOutSource, (day: string, by: string) => string> = {
  keyword: (day) => `They texted STOP on ${day}`,
  wording: (day) => `They asked us to stop texting on ${day}`,
  key_press: (day) => `They pressed 9 for no texts on ${day}`,
  member: (day, by) => `${by} marked them as opted out on ${day}`,
  carrier: (day) => `Their carrier told us on ${day} that they opted out`,
};

/** Why nobody may text this caller, in a sentence; null when they may. */
export function cannotTextWords({ optOut, blocked, blockedBy, now }: LeadDetails, timeZone: string): string | null {
  if (optOut) {
    const how = HOW[optOut.source](spelledDay(optOut.at, now, timeZone), optOut.by ?? "Your team");
    return `${how}. Only they can start texts again, by texting START.`;
  }
  return blocked ? `${blockedBy ?? "Your team"} blocked this number. Unblock it to text them.` : null;
}
