import type { LeadCard } from "@/lib/leads/lead-cards";
import { formatPhone } from "@/lib/phone/e164";

/** A name replaces the number everywhere but in the line under it. */
export function leadTitle({ name, callerE164 }: Pick<LeadCard, "name" | "callerE164">): string {
  return name ?? formatPhone(callerE164);
}

/** What it is about, as far as anybody knows. */
export function leadSubject(lead: LeadCard): string {
  if (lead.need) return lead.need;
  if (lead.replied && lead.lastText) return lead.lastTextAuthor === "caller" ? lead.lastText : `You: ${lead.lastText}`;
  if (lead.callCount > 1) return `Called ${lead.callCount} times, hasn't said why yet`;
  return lead.callCount === 1 ? "Hasn't said why yet" : "Nothing written down yet";
}
