import { regionVerdict } from "@/lib/phone/caller-id";
import { countryOf } from "@/lib/phone/e164";
import type { Facts } from "@/lib/recovery/facts";
import type { Book, CallRow } from "./book";
import { RUNG, TEAM, ZONE } from "./people";
import type { FactsPatch, MissedCall } from "./story";

const DAY = 86_400_000;

type Question = {
  book: Book;
  call: CallRow;
  missed: MissedCall;
  /** When it is decided. */
  now: Date;
};

/** The facts as they stood when the call was decided, with what was different then. */
export function factsAt({ book, call, missed, now }: Question): Facts {
  const { number, settings, subscription } = book.setting;
  const e164 = call.callerE164 ?? null;
  const known = e164 ? book.of(e164) : null;
  const usage = book.usage(now);
  const provedAt = number.forwardingProvedAt;
  const forwards = provedAt !== null && call.startedAt >= provedAt;
  const facts: Facts = {
    now,
    heldUntil: null,
    call: {
      outcome: missed.outcome ?? "missed",
      startedAt: call.startedAt,
      endedAt: call.endedAt,
      rangSeconds: call.rangSeconds ?? null,
      notRung: null,
      answeredBy: null,
      secondLeg: missed.secondLeg ?? false,
      declinedByVoice: missed.pressed9 ?? false,
      textVoicemailCalls: false,
    },
    line: {
      workspaceActive: true,
      suspended: false,
      numberState: "active",
      mode: forwards ? "forwarding" : "direct",
      hasPhones: true,
      forwarding: forwards ? "verified" : "not_started",
      forwardingProvedAt: forwards ? provedAt : null,
      pausedUntil: null,
      pausedBy: null,
      textBackOn: true,
    },
    voice: null,
    plan: {
      plan: subscription.plan,
      status: subscription.status,
      trialEndsAt: null,
      graceEndsAt: null,
      callersThisMonth: usage.callers_month,
      callerAlreadyCounted: e164 !== null && book.isCounted(e164, now),
    },
    registration: "approved",
    caller: {
      kind: call.callerKind,
      lineType: known?.lineType ?? null,
      region: e164 ? regionVerdict(e164, settings.regions) : "not_a_phone",
      country: e164 ? countryOf(e164) : null,
      ownNumber: RUNG.some((who) => TEAM[who].phone === e164),
      spoofed: missed.spoofed ?? false,
      name: known?.lead?.name ?? null,
    },
    refusals: {
      optedOutAt: known?.optedOutAt ?? null,
      optedOutBy: known?.optedOutAt ? "caller" : null,
      blocked: known?.exclusion === "blocked",
      blockedBy: known?.exclusion === "blocked" ? TEAM.dana.name : null,
      personalContact: known?.exclusion === "personal",
    },
    conversation: {
      lastExchangeAt: known?.lead?.lastExchangeAt ?? null,
      activeMinutes: settings.activeConversationMinutes,
    },
    coolDown: {
      lastOpeningAt: known?.lastOpeningAt ?? null,
      openingPending: false,
      minutes: settings.coolDownMinutes,
    },
    limits: {
      callersThisHour: usage.callers_hour,
      hourlyCap: settings.hourlyCallerCap,
      callersToday: usage.callers_day,
      dailyCap: settings.dailyCallerCap,
      spentTodayCents: usage.spend_cents_day,
      textCents: 2,
      dailySpendCapCents: settings.dailySpendCapCents,
      automaticToCaller: known?.openings.filter((at) => now.getTime() - at.getTime() < DAY).length ?? 0,
      installationTexts: usage.callers_day,
      installationCeiling: 5000,
    },
    hours: { schedule: settings.textingHours, timeZone: ZONE, replyAnyHour: settings.replyAnyHour },
  };
  return patched(facts, missed.facts ?? {});
}

function patched(facts: Facts, patch: FactsPatch): Facts {
  return {
    ...facts,
    call: { ...facts.call, ...patch.call },
    line: { ...facts.line, ...patch.line },
    voice: patch.voice ? { helped: false, ...patch.voice } : facts.voice,
    plan: { ...facts.plan, ...patch.plan },
    registration: patch.registration ?? facts.registration,
    caller: { ...facts.caller, ...patch.caller },
    refusals: { ...facts.refusals, ...patch.refusals },
    conversation: { ...facts.conversation, ...patch.conversation },
    coolDown: { ...facts.coolDown, ...patch.coolDown },
    limits: { ...facts.limits, ...patch.limits },
    hours: { ...facts.hours, ...patch.hours },
  };
}
