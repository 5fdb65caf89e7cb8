import type { Database } from "./database";
import type { World } from "./world";

/** What gives a workspace away, however it is written: words, ids, phone numbers, the carrier's names for its numbers. */
export function markersOf({ token, idPrefix, phonePrefix, bought, unfinished }: World): string[] {
  const atCarrier = [bought, unfinished].flatMap(({ e164, sid, pictureUrl }) => [
    ...shownAs(e164.slice(2)),
    ...[sid, pictureUrl],
  ]);
  return [token, idPrefix, ...shownAs(phonePrefix), ...atCarrier];
}

/** A number of North America, or its beginning, in the ways people and programs write it. */
function shownAs(digits: string): string[] {
  const [area, exchange, line] = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)];
  return [digits, `(${area}) ${exchange}-${line}`, `${area}-${exchange}-${line}`, `${area} ${exchange} ${line}`];
}

/** What of another workspace stands in a text, once what the asker wrote themselves is taken out. */
export function foreignIn(text: string, markers: string[], written: string[]): string[] {
  if (!markers.some((marker) => text.includes(marker))) return [];
  const own = withoutWritten(text, written);
  return markers.filter((marker) => own.includes(marker));
}

export function withoutWritten(text: string, written: string[]): string {
  const longestFirst = written.flatMap(repeatedAs).sort((a, b) => b.length - a.length);
  return longestFirst.reduce((all, one) => all.replaceAll(one, "<asked>"), text);
}

/** As it was sent, as an address holds it, and a phone number as a screen shows it. */
function repeatedAs(written: string): string[] {
  const digits = /^\+1(\d{10})$/.exec(written)?.[1];
  return [written, encodeURIComponent(written), ...(digits ? shownAs(digits) : [])];
}

/** Columns whose texts are words of ours or of the carrier's, hashes, or belong to no workspace. */
const UNMARKED = new Set([
  "account_events",
  "app_clock",
  "health_parts",
  "installation",
  "mailbox",
  "rate_limits",
  "stray_webhooks",
  "sweeps",
  "worker_heartbeats",
  "known_devices.device_hash",
  "mail_links.purpose",
  "mail_links.token_hash",
  "recovery_codes.code_hash",
  "second_factors.secret",
  "sessions.id_hash",
  "sessions.method",
  "sessions.network",
  "sessions.user_agent",
  "workspace_invitations.mail",
  "workspace_invitations.token_hash",
  "workspace_limits.regions_ceiling",
  "workspaces.opening_hours",
  "workspaces.trade",
  "password_resets.token_hash",
  "users.password_hash",
  "workspaces.time_zone",
  "audit_log.action",
  "invitations.role",
  "memberships.role",
  "opt_outs.caller_hash",
  "opt_outs.source",
  "consent_records.agreed_by",
  "consent_records.basis",
  "usage_counters.counter",
  "subscriptions.plan",
  "subscriptions.status",
  "numbers.state",
  "numbers.mode",
  "numbers.origin",
  "numbers.carrier",
  "numbers.forwarding",
  "numbers.ring_strategy",
  "numbers.screening",
  "excluded_numbers.kind",
  "recovery_settings.regions",
  "recovery_settings.registration",
  "recovery_settings.texting_hours",
  "call_legs.state",
  "caller_slots.line_type",
  "calls.caller_kind",
  "calls.dial_status",
  "calls.leg",
  "calls.not_rung",
  "calls.notice",
  "calls.route",
  "calls.state",
  "calls.verstat",
  "lead_events.from_stage",
  "lead_events.kind",
  "lead_events.to_stage",
  "leads.ai",
  "leads.conversation",
  "leads.last_text_author",
  "leads.source",
  "leads.stage",
  "messages.author",
  "messages.purpose",
  "messages.refused_reason",
  "messages.status",
  "recoveries.reason",
  "recoveries.state",
  "webhooks.kind",
  "webhooks.leg_sid",
  "webhooks.status",
]);

/** The columns that hold text in which nothing of this workspace was planted, and that are not listed as without any. */
export async function unmarkedColumns(database: Database, world: World): Promise<string[]> {
  const sql = database.raw;
  const columns = await sql<{ table: string; column: string }[]>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and data_type in ('text', 'jsonb', 'ARRAY') order by 1, 2`;
  const markers = markersOf(world);
  const unmarked: string[] = [];
  for (const { table, column } of columns) {
    const name = `${table}.${column}`;
    if (UNMARKED.has(table) || UNMARKED.has(name)) continue;
    const rows = await sql<{ text: string | null }[]>`select ${sql(column)}::text as text from ${sql(table)}`;
    const isMarked = rows.some(({ text }) => markers.some((marker) => text?.includes(marker)));
    if (!isMarked) unmarked.push(name);
  }
  return unmarked;
}
