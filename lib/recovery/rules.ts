import type { Check, Reason } from "@/db/enums";
import { entitlement } from "@/lib/billing/entitlement";
import { formatClock, formatDay, formatDuration, formatRecentDay, formatWaiting } from "@/lib/format/time";
import type { Facts } from "./facts";
import { withinHours } from "./texting-hours";

const MINUTE = 60_000;
/** An automatic text later than this after the call surprises more than it helps (product promise). */
export const TOO_LATE_MINUTES = 10;
/** A reply to the caller's own call may go out at any hour within this time (compliance rule 4). */
export const ANY_HOUR_MINUTES = 5;
const AUTOMATIC_TO_CALLER = 3;

export type Verdict =
  | { is: "passed"; detail: string }
  | { is: "stopped"; reason: Reason; detail: string }
  | { is: "held"; reason: Reason; until: Date; detail: string }
  | { is: "left_out" };

type Rule = { check: Check; judge: (facts: Facts) => Verdict };

const pass = (detail: string): Verdict => ({ is: "passed", detail });
const stop = (reason: Reason, detail: string): Verdict => ({ is: "stopped", reason, detail });

/** The checks, in the order they run. The first that stops is the answer. */
export const RULES: readonly Rule[] = [
  { check: "missed", judge: missed },
  { check: "live_line", judge: liveLine },
  {
    check: "first_time",
    judge: ({ call }) => (call.secondLeg ? stop("already_processed", "Second leg") : pass("No duplicate")),
  },
  {
    check: "no_voice_help",
    judge: ({ voice }) => {
      if (!voice) return { is: "left_out" };
      return voice.helped ? stop("voice_recovery_completed", "Helped by AI voice") : pass("OK");
    },
  },
  { check: "plan", judge: plan },
  {
    check: "registration",
    judge: ({ registration }) => {
      if (registration === "approved") return pass("Approved");
      if (registration === "not_needed") return pass("Not needed");
      return stop("texting_not_registered", registration === "rejected" ? "Rejected" : "Not approved yet");
    },
  },
  { check: "reachable", judge: reachable },
  { check: "allowed", judge: allowed },
  {
    check: "no_conversation",
    judge: ({ conversation, now }) => {
      const { lastExchangeAt, activeMinutes } = conversation;
      if (!lastExchangeAt) return pass("OK");
      const since = now.getTime() - lastExchangeAt.getTime();
      return since < activeMinutes * MINUTE ? stop("conversation_active", formatWaiting(since)) : pass("OK");
    },
  },
  { check: "cool_down", judge: coolDown },
  { check: "limits", judge: limits },
  { check: "texting_hours", judge: textingHours },
];

function missed({ call }: Facts): Verdict {
  if (call.outcome === "missed" && call.notRung) return pass("Phones not rung: today's limit");
  const rang = call.rangSeconds === null ? "No answer" : `Rang ${formatDuration(call.rangSeconds)}`;
  switch (call.outcome) {
    case "answered":
      return stop("answered", call.answeredBy ?? "Answered");
    case "voicemail":
      return call.textVoicemailCalls ? pass("Voicemail") : stop("answered_by_voicemail", "Voicemail");
    case "voice_ai":
      return pass("AI voice");
    case "missed":
      return pass(rang);
  }
}

function liveLine({ line, now, hours }: Facts): Verdict {
  if (!line.workspaceActive) return stop("workspace_inactive", line.suspended ? "Suspended" : "Switched off");
  if (line.pausedUntil && now < line.pausedUntil) {
    return stop("line_paused", `Until ${formatClock(line.pausedUntil, hours.timeZone)}`);
  }
  if (line.numberState !== "active" || (line.mode === "direct" && !line.hasPhones)) {
    return stop("setup_incomplete", "Not finished");
  }
  if (line.mode === "forwarding" && line.forwarding !== "verified" && line.forwarding !== "stale") {
    return stop("forwarding_unverified", "Not checked");
  }
  if (!line.textBackOn) return stop("text_back_off", "Off");
  if (line.mode === "forwarding" && line.forwardingProvedAt) {
    return pass(`Verified ${formatRecentDay(line.forwardingProvedAt, now, hours.timeZone)}`);
  }
  return pass("Live");
}

function plan({ plan: facts, now }: Facts): Verdict {
  const verdict = entitlement({ ...facts, now });
  if (!verdict.reason) return pass(facts.status === "self_hosted" ? "Self-hosted" : "Active");
  const used = `${verdict.used} of ${verdict.limit ?? 0}`;
  return stop(verdict.reason, verdict.reason === "usage_exhausted" ? used : "Stopped");
}

function reachable({ caller }: Facts): Verdict {
  if (caller.kind === "withheld") return stop("caller_id_withheld", "No caller ID");
  if (caller.kind === "not_a_phone" || caller.region === "not_a_phone")
    return stop("not_a_phone", "Not a phone number");
  if (caller.lineType === "landline") return stop("landline", "Landline");
  if (caller.region === "not_allowed") return stop("region_not_allowed", caller.country ?? "Another country");
  if (caller.ownNumber) return stop("own_number", "Your own number");
  if (caller.spoofed) return stop("suspected_spoof", "Looks faked");
  return pass(caller.lineType === "mobile" ? "Mobile" : "OK");
}

function allowed({ refusals, call, now, hours }: Facts): Verdict {
  // The 9 of this very call is an opt-out as well; it is the better answer to "why?".
  if (call.declinedByVoice) return stop("declined_by_voice", "Pressed 9");
  if (refusals.optedOutAt) return stop("opted_out", formatDay(refusals.optedOutAt, now, hours.timeZone));
  if (refusals.blocked) return stop("blocked", "Blocked");
  if (refusals.personalContact) return stop("personal_contact", "Personal contact");
  return pass("OK");
}

function coolDown({ coolDown: facts, now }: Facts): Verdict {
  if (facts.openingPending) return stop("within_cool_down", "Being sent now");
  if (!facts.lastOpeningAt) return pass("First text");
  const since = now.getTime() - facts.lastOpeningAt.getTime();
  return since < facts.minutes * MINUTE
    ? stop("within_cool_down", `Only ${formatWaiting(Math.max(since, 0))}`)
    : pass(formatWaiting(since));
}

function limits({ limits: facts, call, heldUntil, now }: Facts): Verdict {
  if (facts.callersThisHour >= facts.hourlyCap) return stop("rate_capped", `${facts.hourlyCap} an hour`);
  if (facts.callersToday >= facts.dailyCap) return stop("rate_capped", `${facts.dailyCap} a day`);
  if (facts.spentTodayCents + facts.textCents > facts.dailySpendCapCents) return stop("rate_capped", "Spending limit");
  if (facts.installationTexts >= facts.installationCeiling) {
    return stop("rate_capped", `All workspaces, ${facts.installationCeiling} a day`);
  }
  if (facts.automaticToCaller >= AUTOMATIC_TO_CALLER) return stop("rate_capped", "3 texts in a day");
  const age = now.getTime() - (heldUntil ?? call.endedAt).getTime();
  return age > TOO_LATE_MINUTES * MINUTE ? stop("too_late", formatWaiting(age)) : pass("OK");
}

function textingHours({ hours, call, now }: Facts): Verdict {
  const { open, closesAt, nextOpening } = withinHours(hours.schedule, hours.timeZone, now);
  if (open) return pass(closesAt ? `Open until ${formatClock(closesAt, hours.timeZone)}` : "Open");
  const fresh = now.getTime() - call.endedAt.getTime() <= ANY_HOUR_MINUTES * MINUTE;
  if (hours.replyAnyHour && fresh) return pass("Answering their own call");
  if (!nextOpening) return stop("text_back_off", "No texting hours");
  return {
    is: "held",
    reason: "outside_texting_hours",
    until: nextOpening,
    detail: `Opens ${formatClock(nextOpening, hours.timeZone)}`,
  };
}
