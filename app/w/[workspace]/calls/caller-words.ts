import { dayHeading } from "@/lib/format/day-heading";
import { formatPhone } from "@/lib/phone/e164";
import { firstName } from "@/lib/recovery/explain-amounts";
import { REASON_WORDS } from "@/lib/recovery/explain-reasons";
import type { CallRow } from "@/lib/recovery/queries-rows";

/** A name in place of the number; without either, that they hid it. */
export function callerTitle({ name, callerE164 }: Pick<CallRow, "name" | "callerE164">): string {
  return name ?? (callerE164 ? formatPhone(callerE164) : "No caller ID");
}

/** The line under it: the number of a name, or what is known of a number. */
export function callerDetail(row: CallRow): string {
  const { name, callerE164, told, callOfDay, calledBefore } = row;
  if (name && callerE164) return formatPhone(callerE164);
  if (!callerE164) return "Number hidden";
  if (told.reason === "blocked") {
    const by = told.facts.refusals?.blockedBy;
    return by ? `Blocked by ${firstName(by)}` : REASON_WORDS.blocked.short(told);
  }
  if (callOfDay > 1) {
    const today = dayHeading(row.startedAt, told.now, told.timeZone) === "Today";
    return `${ordinal(callOfDay)} call ${today ? "today" : "that day"}`;
  }
  return calledBefore ? "Called before" : "First-time caller";
}

function ordinal(count: number): string {
  const ending = count % 100 >= 11 && count % 100 <= 13 ? "th" : (["th", "st", "nd", "rd"][count % 10] ?? "th");
  return `${count}${ending}`;
}
