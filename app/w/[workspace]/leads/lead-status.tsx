import type { Family } from "@/app/ui/family";
import type { IconName } from "@/app/ui/icons";
import { Status } from "@/app/ui/status";
import type { Turn } from "@/db/enums";
import { formatDay, formatMoment } from "@/lib/format/time";
import type { LeadCard } from "@/lib/leads/lead-cards";

type LeadStatusProps = { lead: LeadCard; now: Date; timeZone: string };

const TURN_LOOK: Record<Turn, { family: Family; icon: IconName }> = {
  waiting: { family: "marker", icon: "waiting" },
  theirs: { family: "quiet", icon: "pending" },
  ai: { family: "pen", icon: "ai" },
  quiet: { family: "stamp", icon: "pending" },
  cannot_text: { family: "stamp", icon: "notDelivered" },
};

/** The one thing to know about a lead now: what stops texts first, then what asks for a person, then whose turn it is. */
export function LeadStatus(props: LeadStatusProps) {
  const { family, icon, words } = look(props);
  return (
    <Status family={family} icon={icon} wrap>
      {words}
    </Status>
  );
}

function look({ lead, now, timeZone }: LeadStatusProps): { family: Family; icon: IconName; words: string } {
  if (lead.blocked) return { family: "quiet", icon: "blocked", words: "Blocked" };
  if (lead.optedOut) return { family: "quiet", icon: "optedOut", words: "Opted out" };
  if (lead.needsAttention) return { family: "marker", icon: "unchecked", words: lead.needsAttention };
  if (lead.deliveryProblem) return { family: "stamp", icon: "notDelivered", words: lead.deliveryProblem };
  if (lead.turn.turn === "waiting" || lead.turn.turn === "ai") return turnLook(lead);
  if (lead.stage === "booked" && lead.bookedFor) {
    const past = lead.bookedFor < now;
    const day = past ? formatDay(lead.bookedFor, now, timeZone) : formatMoment(lead.bookedFor, now, timeZone);
    return { family: "answer", icon: "booked", words: past ? `Done ${day}` : day };
  }
  if (lead.stage === "booked") return { family: "answer", icon: "booked", words: "Booked" };
  if (lead.stage === "lost") return { family: "quiet", icon: "lost", words: lead.lostReason ?? "Lost" };
  if (lead.turn.turn === "theirs" && lead.stage === "new" && lead.lastOutboundAt) {
    return { family: "quiet", icon: "texted", words: `Texted ${formatMoment(lead.lastOutboundAt, now, timeZone)}` };
  }
  return turnLook(lead);
}

function turnLook({ turn }: LeadCard) {
  return { ...TURN_LOOK[turn.turn], words: turn.words };
}
