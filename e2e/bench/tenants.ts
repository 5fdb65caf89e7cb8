import type { Sql } from "postgres";

/** One business as the bench knows it. Ids are made from its place in the row, so that a script can count through them. */
export type Tenant = {
  workspaceId: string;
  numberId: string;
  /** What the reference transaction's messages point at. */
  leadId: string;
  number: string;
  businessLine: string;
  phone: string;
};

const IDS = { workspace: "1", number: "2", lead: "3" } as const;

/** The fixed part of a kind's ids; twelve digits with the tenant's place, from 1, follow. */
export const idPrefix = (kind: keyof typeof IDS) => `00000000-0000-4000-8000-${IDS[kind]}`;

const idOf = (kind: keyof typeof IDS, place: number) => idPrefix(kind) + String(place).padStart(11, "0");
const phoneOf = (block: number, place: number) => `+1503555${String(block * 1_000 + place).padStart(4, "0")}`;

/** Everything a miss writes; emptied before every round, so that each begins with the same tables. */
const WRITTEN = [
  ...["webhooks", "call_legs", "calls", "recoveries", "caller_slots", "messages", "leads", "lead_events"],
  ...["consent_records", "usage_counters", "usage_callers", "opt_outs", "stray_webhooks"],
];

const ALL_DAY = Array.from({ length: 7 }, () => [{ from: "00:00", to: "24:00" }]);
const ENDLESS = 100_000_000;

/** Workspaces that may text everybody at any hour, each with one number that a business line forwards to. */
export async function makeTenants(sql: Sql, count: number): Promise<Tenant[]> {
  const tenants = Array.from({ length: count }, (_, index) => tenantAt(index + 1));
  const workspaces = tenants.map(({ workspaceId }, index) => ({
    id: workspaceId,
    slug: `bench-${index + 1}`,
    name: "Alder & Sons",
  }));
  const settings = tenants.map(({ workspaceId }) => ({
    workspace_id: workspaceId,
    template: "{business}: sorry we missed your call. What can we help with? Reply STOP to opt out, HELP for help.",
    notice: "Sorry we missed you, this is {business}. We're texting you now. Press 9 for no text.",
    notice_on: false,
    look_up_line_type: false,
    texting_hours: sql.json(ALL_DAY),
    registration: "approved",
    hourly_caller_cap: ENDLESS,
    daily_caller_cap: ENDLESS,
    daily_spend_cap_cents: ENDLESS,
  }));
  const now = new Date();
  const subscriptions = tenants.map(({ workspaceId }) => ({
    workspace_id: workspaceId,
    plan: "self_hosted",
    status: "self_hosted",
    anchor_at: now,
  }));
  const numbers = tenants.map((tenant) => ({
    workspace_id: tenant.workspaceId,
    id: tenant.numberId,
    e164: tenant.number,
    state: "active",
    forwarding: "verified",
    forwarding_proved_at: now,
    last_forwarded_at: now,
    business_line_e164: tenant.businessLine,
  }));
  const phones = tenants.map((tenant) => ({
    workspace_id: tenant.workspaceId,
    number_id: tenant.numberId,
    e164: tenant.phone,
    label: "Luis, mobile",
    position: 0,
  }));
  await sql`update installation set hourly_caller_ceiling = ${ENDLESS}, daily_caller_ceiling = ${ENDLESS},
    daily_spend_ceiling_cents = ${ENDLESS}, daily_text_ceiling = ${ENDLESS}, daily_ring_ceiling_cents = ${ENDLESS}`;
  await sql`insert into workspaces ${sql(workspaces)}`;
  await sql`insert into recovery_settings ${sql(settings)}`;
  await sql`insert into subscriptions ${sql(subscriptions)}`;
  await sql`insert into numbers ${sql(numbers)}`;
  await sql`insert into ring_phones ${sql(phones)}`;
  return tenants;
}

/** Forgets every call and text, and makes the leads that the reference transaction needs. */
export async function emptyTables(sql: Sql, tenants: Tenant[]): Promise<void> {
  const leads = tenants.map(({ workspaceId, leadId, phone }) => ({
    workspace_id: workspaceId,
    id: leadId,
    caller_e164: phone,
    source: "manual",
  }));
  await sql`truncate ${sql(WRITTEN)}`;
  await sql`insert into leads ${sql(leads)}`;
  // Otherwise one round pays for what another wrote.
  await sql`checkpoint`;
}

function tenantAt(place: number): Tenant {
  return {
    workspaceId: idOf("workspace", place),
    numberId: idOf("number", place),
    leadId: idOf("lead", place),
    number: phoneOf(0, place),
    businessLine: phoneOf(1, place),
    phone: phoneOf(2, place),
  };
}
