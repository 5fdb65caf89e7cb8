import { type LineType, OPENING_COUNTERS, type OpeningCounter, type Reason, type RecoveryState } from "@/db/enums";
import type { calls } from "@/db/schema/calls";
import { run, type Tx } from "@/db/tenant";
import { textsOfInstallation } from "@/lib/billing/installation-texts";
import { usageColumns, usageValues } from "@/lib/billing/record-usage";
import { measureText } from "@/lib/conversations/segments";
import { regionVerdict } from "@/lib/phone/caller-id";
import { textCents } from "@/lib/phone/costs";
import { countryOf } from "@/lib/phone/e164";
import type { Facts } from "./facts";
import { isActive, type Line, openingFor, regionsOf, ringable } from "./line";

export type Call = typeof calls.$inferSelect;

export type Question = {
  tx: Tx;
  line: Line;
  call: Call;
  outcome: Facts["call"]["outcome"];
  heldUntil: Date | null;
  now: Date;
};

export type Recovered = { recoveryId: string; state: RecoveryState; reason: Reason | null; leadId: string | null };

export type Gathered = {
  facts: Facts;
  /** The call's recovery, when it is decided already. */
  earlier: Recovered | null;
  /** The caller's lead, where they have one. */
  leadId: string | null;
};

/**
 * Everything the decision needs, in one statement. For an answer that counts the caller's slot must be locked, so that
 * this sees what its earlier holders committed. The counters are not: before a text goes out, they are taken.
 */
export async function gatherFacts(question: Question): Promise<Gathered> {
  const { line, call, outcome, heldUntil, now } = question;
  const { workspace, number, settings, subscription, ceilings } = line;
  const known = await readCaller(question);
  const facts: Facts = {
    now,
    heldUntil,
    call: {
      outcome,
      startedAt: call.startedAt,
      endedAt: call.endedAt ?? now,
      rangSeconds: call.rangSeconds,
      notRung: call.notRung,
      answeredBy: known.answeredBy,
      secondLeg: call.secondLegOf !== null,
      declinedByVoice: call.declinedAt !== null,
      textVoicemailCalls: settings.textVoicemailCalls,
    },
    line: {
      workspaceActive: isActive(line),
      suspended: workspace.suspendedAt !== null,
      numberState: number.state,
      mode: number.mode,
      hasPhones: ringable(line).length > 0,
      forwarding: number.forwarding,
      forwardingProvedAt: number.forwardingProvedAt,
      pausedUntil: settings.pausedUntil,
      pausedBy: known.pausedBy,
      textBackOn: settings.textBackOn,
    },
    voice: settings.aiVoiceOn ? { helped: outcome === "voice_ai" } : null,
    plan: {
      plan: subscription.plan,
      status: subscription.status,
      trialEndsAt: subscription.trialEndsAt,
      graceEndsAt: subscription.graceEndsAt,
      callersThisMonth: known.callers_month,
      callerAlreadyCounted: known.callerCounted,
    },
    registration: settings.registration,
    caller: {
      kind: call.callerKind,
      lineType: known.lineType,
      region: call.callerE164 ? regionVerdict(call.callerE164, regionsOf(line)) : "not_a_phone",
      country: call.callerE164 ? countryOf(call.callerE164) : null,
      ownNumber: known.ownNumber,
      spoofed: call.verstat === "failed",
      name: known.name,
    },
    refusals: {
      optedOutAt: known.optedOutAt,
      optedOutBy: known.optedOutBy,
      blocked: known.exclusion === "blocked",
      blockedBy: known.exclusion === "blocked" ? known.excludedBy : null,
      personalContact: known.exclusion === "personal",
    },
    conversation: { lastExchangeAt: known.lastExchangeAt, activeMinutes: settings.activeConversationMinutes },
    coolDown: {
      lastOpeningAt: known.lastOpeningAt,
      openingPending: known.openingPending,
      minutes: settings.coolDownMinutes,
    },
    limits: {
      callersThisHour: known.callers_hour,
      hourlyCap: Math.min(settings.hourlyCallerCap, ceilings.hourlyCallers),
      callersToday: known.callers_day,
      dailyCap: Math.min(settings.dailyCallerCap, ceilings.dailyCallers),
      spentTodayCents: known.spend_cents_day,
      textCents: textCents(call.callerE164 ?? number.e164, measureText(openingFor(line, known.name)).segments),
      dailySpendCapCents: Math.min(settings.dailySpendCapCents, ceilings.dailySpendCents),
      automaticToCaller: known.automaticToCaller,
      installationTexts: textsOfInstallation(now),
      installationCeiling: ceilings.installationTexts,
    },
    hours: { schedule: settings.textingHours, timeZone: workspace.timeZone, replyAnyHour: settings.replyAnyHour },
  };
  return { facts, earlier: known.earlier, leadId: known.leadId };
}

/** The facts with the counters as they stood when this text's place was taken; the very same where nothing moved. */
export function withUsage(facts: Facts, usage: Record<OpeningCounter, number>): Facts {
  const { plan, limits } = facts;
  const seen: Record<OpeningCounter, number> = {
    callers_month: plan.callersThisMonth,
    callers_hour: limits.callersThisHour,
    callers_day: limits.callersToday,
    spend_cents_day: limits.spentTodayCents,
  };
  if (OPENING_COUNTERS.every((counter) => seen[counter] === usage[counter])) return facts;
  return {
    ...facts,
    plan: { ...plan, callersThisMonth: usage.callers_month },
    limits: {
      ...limits,
      callersThisHour: usage.callers_hour,
      callersToday: usage.callers_day,
      spentTodayCents: usage.spend_cents_day,
    },
  };
}

type Known = Record<OpeningCounter, number> & {
  callerCounted: boolean;
  leadId: string | null;
  earlier: Recovered | null;
  answeredBy: string | null;
  pausedBy: string | null;
  name: string | null;
  lastExchangeAt: Date | null;
  lastOpeningAt: Date | null;
  openingPending: boolean;
  lineType: LineType | null;
  optedOutAt: Date | null;
  optedOutBy: Facts["refusals"]["optedOutBy"];
  exclusion: "personal" | "blocked" | null;
  excludedBy: string | null;
  ownNumber: boolean;
  automaticToCaller: number;
};

/** What the workspace knows of this caller, and where its counters stand, in one statement. */
async function readCaller({ tx, line, call, now }: Question): Promise<Known> {
  const { workspace, number, settings, subscription } = line;
  const [row] = await run<Record<keyof Known, unknown>>(tx, KNOWN, [
    workspace.id,
    call.callerE164 ?? "",
    number.e164,
    number.businessLineE164 ?? "",
    call.acceptedBy,
    settings.pausedBy,
    call.id,
    new Date(now.getTime() - 86_400_000).toISOString(),
    ...usageValues({ now, anchorAt: subscription.anchorAt }),
  ]);
  if (!row) throw new Error("A workspace vanished while its call was being decided");
  return {
    ...(row as Known),
    lastExchangeAt: date(row.lastExchangeAt),
    lastOpeningAt: date(row.lastOpeningAt),
    optedOutAt: date(row.optedOutAt),
    openingPending: row.openingPending === true,
  };
}

const KNOWN = `
  select
    (select p.label from ring_phones p where p.workspace_id = w.id and p.id = $5) as "answeredBy",
    (select u.name from users u where u.id = $6) as "pausedBy",
    (select jsonb_build_object('recoveryId', r.id, 'state', r.state, 'reason', r.reason, 'leadId', r.lead_id)
      from recoveries r where r.workspace_id = w.id and r.call_id = $7) as "earlier",
    l.id as "leadId", l.name, l.last_exchange_at as "lastExchangeAt",
    s.last_opening_at as "lastOpeningAt", s.pending_message_id is not null as "openingPending", s.line_type as "lineType",
    o.created_at as "optedOutAt",
    case when o.source in ('key_press', 'member', 'carrier') then o.source
      when o.source is not null then 'caller' end as "optedOutBy",
    e.kind as "exclusion", (select u.name from users u where u.id = e.added_by) as "excludedBy",
    ($2 in ($3, $4)
      or exists (select 1 from numbers n where n.workspace_id = w.id and n.state <> 'released'
        and $2 in (n.e164, n.business_line_e164))
      or exists (select 1 from ring_phones p where p.workspace_id = w.id and p.e164 = $2)
      or exists (select 1 from memberships m where m.workspace_id = w.id and m.phone_e164 = $2)) as "ownNumber",
    (select count(*) from messages m where m.workspace_id = w.id and m.lead_id = l.id and m.created_at > $8
      and m.author = 'automatic' and m.purpose = 'text_back' and m.status <> 'failed')::int as "automaticToCaller",
    ${usageColumns(9)}
  from workspaces w
  left join caller_slots s on s.workspace_id = w.id and s.caller_e164 = $2
  left join leads l on l.workspace_id = w.id and l.caller_e164 = $2
  left join excluded_numbers e on e.workspace_id = w.id and e.e164 = $2
  left join opt_outs o on o.workspace_id = w.id and o.reopened_at is null
    and o.caller_hash = caller_hash(w.opt_out_key, $2)
  where w.id = $1`;

/** A statement of our own brings times as text. */
function date(value: unknown): Date | null {
  return typeof value === "string" ? new Date(value) : null;
}
