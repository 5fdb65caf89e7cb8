import type { NumberState, RegistrationState } from "@/db/enums";
import { run, type Tx } from "@/db/tenant";
import { textsOfInstallation } from "@/lib/billing/installation-texts";
import { dayStart } from "@/lib/billing/person-texts";
import { regionVerdict } from "@/lib/phone/caller-id";
import { textCents } from "@/lib/phone/costs";
import { countryOf } from "@/lib/phone/e164";
import { CONVERSATION_TEXTS, type GatedPurpose, type GateFacts } from "@/lib/recovery/gate";

export type GateQuestion = {
  tx: Tx;
  workspaceId: string;
  purpose: GatedPurpose;
  callerE164: string;
  /** Whoever decides on the text; null when nobody does. */
  userId: string | null;
  /** Of the number it would go from; null when there is none. */
  numberState: NumberState | null;
  segments: number;
  now: Date;
};

export type Gathered = {
  facts: GateFacts;
  /** They never called nor wrote, and nobody has said how they agreed to be texted. */
  needsConsent: boolean;
};

/**
 * Everything the gate looks at, in one statement. For an answer that counts, the caller's slot and the member's place are
 * locked, so that this sees what their earlier holders committed; what the day has cost is taken afterwards.
 */
export async function gatherGateFacts(question: GateQuestion): Promise<Gathered> {
  const { tx, workspaceId, purpose, callerE164, userId, numberState, segments, now } = question;
  const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();
  const [row] = await run<Row>(tx, GATE_FACTS, [
    workspaceId,
    callerE164,
    userId,
    before(60),
    before(CONVERSATION_TEXTS.minutes),
    before(1440),
    dayStart(now),
  ]);
  if (!row) throw new Error("A workspace vanished while a text of it was judged");
  const regions = row.regions.filter((code) => row.regionsCeiling.includes(code));
  const facts: GateFacts = {
    purpose,
    workspace: { active: row.active, suspended: row.suspended },
    numberState,
    registration: row.registration,
    caller: {
      region: regionVerdict(callerE164, regions),
      country: countryOf(callerE164),
      ownNumber: row.ownNumber,
    },
    refusals: { optedOut: row.optedOut, blocked: row.blocked },
    limits: {
      ofMember: row.ofMember,
      toCaller: row.toCaller,
      spentTodayCents: row.spentTodayCents,
      textCents: textCents(callerE164, segments),
      dailySpendCapCents: Math.min(row.spendCap, row.spendCeiling),
      installationTexts: textsOfInstallation(now),
      installationCeiling: row.installationCeiling,
      confirmedLately: row.confirmedLately,
    },
  };
  return { facts, needsConsent: row.needsConsent };
}

type Row = {
  active: boolean;
  suspended: boolean;
  registration: RegistrationState;
  regions: string[];
  regionsCeiling: string[];
  ownNumber: boolean;
  optedOut: boolean;
  blocked: boolean;
  ofMember: number;
  toCaller: number;
  spentTodayCents: number;
  spendCap: number;
  spendCeiling: number;
  installationCeiling: number;
  confirmedLately: boolean;
  needsConsent: boolean;
};

// A text that certainly was not sent gives its place back: it has failed, and the carrier never had it.
const GATE_FACTS = `
  select w.active, w.suspended_at is not null as suspended, r.registration,
    to_jsonb(r.regions) as regions, to_jsonb(coalesce(l.regions_ceiling, i.regions_ceiling)) as "regionsCeiling",
    (exists (select 1 from numbers n where n.workspace_id = w.id and n.state <> 'released'
        and $2 in (n.e164, n.business_line_e164))
      or exists (select 1 from ring_phones p where p.workspace_id = w.id and p.e164 = $2)
      or exists (select 1 from memberships m where m.workspace_id = w.id and m.phone_e164 = $2)) as "ownNumber",
    exists (select 1 from opt_outs o where o.workspace_id = w.id and o.reopened_at is null
      and o.caller_hash = caller_hash(w.opt_out_key, $2)) as "optedOut",
    exists (select 1 from excluded_numbers e where e.workspace_id = w.id and e.e164 = $2 and e.kind = 'blocked') as blocked,
    (select count(*)::int from messages m where m.workspace_id = w.id and m.author_user_id = $3::uuid
      and m.created_at > $4::timestamptz and not (m.status = 'failed' and m.provider_sid is null)) as "ofMember",
    (select count(*)::int from messages m where m.workspace_id = w.id and m.lead_id = lead.id and m.author <> 'caller'
      and m.purpose <> 'opt_out_confirmation' and m.created_at > $5::timestamptz
      and not (m.status = 'failed' and m.provider_sid is null)) as "toCaller",
    coalesce((select u.amount from usage_counters u where u.workspace_id = w.id and u.counter = 'spend_cents_day'
      and u.window_start = $7::timestamptz), 0) as "spentTodayCents",
    r.daily_spend_cap_cents as "spendCap",
    coalesce(l.daily_spend_ceiling_cents, i.daily_spend_ceiling_cents) as "spendCeiling",
    i.daily_text_ceiling as "installationCeiling",
    exists (select 1 from messages m where m.workspace_id = w.id and m.lead_id = lead.id
      and m.purpose = 'opt_out_confirmation' and m.created_at > $6::timestamptz) as "confirmedLately",
    coalesce(lead.source = 'manual' and lead.call_count = 0
      and not exists (select 1 from messages m where m.workspace_id = w.id and m.lead_id = lead.id and m.author = 'caller')
      and not exists (select 1 from consent_records c where c.workspace_id = w.id and c.caller_e164 = $2), false)
      as "needsConsent"
  from workspaces w
  join recovery_settings r on r.workspace_id = w.id
  cross join installation i
  left join workspace_limits l on l.workspace_id = w.id
  left join leads lead on lead.workspace_id = w.id and lead.caller_e164 = $2
  where w.id = $1`;
