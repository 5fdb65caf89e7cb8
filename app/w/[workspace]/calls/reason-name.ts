import type { Reason } from "@/db/enums";
import { REASON_WORDS } from "@/lib/recovery/explain-reasons";
import { readStoredFacts } from "@/lib/recovery/stored-facts";

/** A reason's short words for no call in particular: without names, times or amounts. */
export function reasonName(reason: Reason): string {
  return REASON_WORDS[reason].short({
    facts: readStoredFacts(null),
    heldUntil: null,
    firstCallId: null,
    timeZone: "UTC",
    now: new Date(0),
  });
}
