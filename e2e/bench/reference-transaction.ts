import { idPrefix } from "./tenants";

/** Values by name, as the statements below call them with a colon. */
export type Values = Record<string, unknown>;

/**
 * What any server must write for a missed call: the webhook, the call, the caller's slot, the decision and the text. The
 * same words run in the bare server and in pgbench. What a statement returns is known to those after it.
 */
export const REFERENCE_STATEMENTS: readonly string[] = [
  "select set_config('app.workspace_id', :workspace::text, true)",
  `insert into webhooks (workspace_id, provider_sid, kind, status, params)
    values (:workspace, :sid, 'voice.incoming', 'ringing', :params)
    on conflict do nothing returning id as webhook`,
  `insert into calls (workspace_id, number_id, provider_sid, caller_e164, caller_kind, forwarded_from, state, route, ended_at)
    values (:workspace, :number, :sid, :caller, 'phone', :forwarder, 'missed', 'miss', app_now())
    on conflict (workspace_id, provider_sid) do update set state = excluded.state, ended_at = excluded.ended_at
    returning id as call, started_at as started`,
  `insert into caller_slots (workspace_id, caller_e164) values (:workspace, :caller)
    on conflict (workspace_id, caller_e164) do update set caller_e164 = excluded.caller_e164`,
  `insert into recoveries (workspace_id, call_id, call_started_at, lead_id, caller_e164, state, trace, facts, message_id)
    values (:workspace, :call, :started, :lead, :caller, 'texting', :trace, :facts, gen_random_uuid())
    returning id as recovery, message_id as message`,
  `insert into messages (workspace_id, id, lead_id, number_id, recovery_id, purpose, author, from_e164, to_e164, body,
      status, due_at, expires_at)
    values (:workspace, :message, :lead, :number, :recovery, 'text_back', 'automatic', :own, :caller, :body,
      'queued', app_now(), app_now() + interval '10 minutes')`,
];

export type Numbered = { text: string; names: string[] };

/** A statement with `$1`, `$2`, … in place of its names, and the names in that order. */
export function numbered(statement: string): Numbered {
  const names: string[] = [];
  const text = statement.replace(/(?<!:):([a-z]+)/g, (_, name: string) => {
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}`;
  });
  return { text, names };
}

/** The same as a script of pgbench: a new caller each time, of any of `tenants` workspaces. */
export function pgbenchScript(tenants: number): string {
  const idOf = (kind: "workspace" | "number" | "lead") => `('${idPrefix(kind)}' || lpad(:place::text, 11, '0'))::uuid`;
  const known: Record<string, string> = {
    ...{ workspace: idOf("workspace"), number: idOf("number"), lead: idOf("lead") },
    sid: "('CA' || md5(:turn::text))",
    caller: "('+1' || :turn::text)",
    forwarder: "('+1503556' || lpad(:place::text, 4, '0'))",
    own: "('+1503555' || lpad(:place::text, 4, '0'))",
  };
  const statements = REFERENCE_STATEMENTS.map((statement) => {
    const words = statement.replace(/(?<!:):([a-z]+)/g, (whole, name: string) => known[name] ?? whole);
    return `${words}${/\breturning\b/.test(statement) ? " \\gset" : ";"}`;
  });
  return [
    `\\set place random(1, ${tenants})`,
    "\\set n :n + 1",
    "\\set turn 2000000000 + :client_id * 10000000 + :n",
    ...["begin;", ...statements, "end;", ""],
  ].join("\n");
}
