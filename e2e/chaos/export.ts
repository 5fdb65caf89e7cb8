import postgres from "postgres";
import type { Export } from "./history";

/**
 * Reads the rows of every workspace at one moment.
 * @param superUrl a superuser's, naming the app's database: row-level security is forced, so the owner would see nothing
 */
export function readExport(superUrl: string): Promise<Export> {
  return connected(superUrl, (sql) => sql.begin("isolation level repeatable read read only", read));
}

/**
 * From now on the database itself writes down every state a call or message takes, in the order it takes them.
 * @param superUrl a superuser's, naming the app's database, which is migrated
 */
export async function watchStates(superUrl: string): Promise<void> {
  await connected(superUrl, (sql) => sql.unsafe(WATCH).simple());
}

/** Definer, because the app's role has no business in this schema. */
const WATCH = `
  create schema if not exists proof;
  create table if not exists proof.watched (
    place bigint generated always as identity primary key,
    at timestamptz not null default clock_timestamp(), kind text not null, id uuid not null, state text not null
  );
  create or replace function proof.watch() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  begin
    insert into proof.watched (kind, id, state) values (tg_argv[0], new.id, to_jsonb(new) ->> tg_argv[1]);
    return null;
  end $$;
  create or replace trigger watch_new after insert on public.calls
    for each row execute function proof.watch('call', 'state');
  create or replace trigger watch_change after update of state on public.calls
    for each row when (old.state <> new.state) execute function proof.watch('call', 'state');
  create or replace trigger watch_new after insert on public.messages
    for each row execute function proof.watch('message', 'status');
  create or replace trigger watch_change after update of status on public.messages
    for each row when (old.status <> new.status) execute function proof.watch('message', 'status');
`;

async function connected<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/**
 * Moments as numbers, made by the database (a hundred thousand rows make a million dates otherwise), and in real time,
 * without what a demo's clock adds.
 */
async function read(sql: postgres.TransactionSql): Promise<Export> {
  const [clock] = await sql<{ skewMs: number; watched: boolean }[]>`
    select coalesce((select extract(epoch from skew) * 1000 from app_clock), 0)::float8 as "skewMs",
      to_regclass('proof.watched') is not null as watched`;
  const skewMs = clock?.skewMs ?? 0;
  const ms = (column: string) => sql.unsafe(`(extract(epoch from ${column}) * 1000 - ${skewMs})::float8`);
  const workspaces = await sql<Export["workspaces"]>`
    select s.workspace_id as id, s.cool_down_minutes as "coolDownMinutes", s.daily_spend_cap_cents as "dailySpendCapCents",
      array(select n.e164 from numbers n where n.workspace_id = s.workspace_id) as numbers
    from recovery_settings s`;
  const calls = await sql<Export["calls"]>`
    select id, workspace_id as "workspaceId", provider_sid as sid, state, caller_e164 as "callerE164",
      ${ms("ended_at")} as "endedAt"
    from calls`;
  const recoveries = await sql<Export["recoveries"]>`
    select id, workspace_id as "workspaceId", call_id as "callId", state, reason, message_id as "messageId",
      ${ms("coalesce(held_until, (facts ->> 'heldUntil')::timestamptz)")} as "heldUntil"
    from recoveries`;
  const messages = await sql<Export["messages"]>`
    select id, workspace_id as "workspaceId", recovery_id as "recoveryId", purpose, author, from_e164 as "from",
      to_e164 as "to", body, status, provider_sid as sid,
      ${ms("created_at")} as "createdAt", ${ms("first_requested_at")} as "requestedAt"
    from messages`;
  const webhooks = await sql<Export["webhooks"]>`
    select workspace_id as "workspaceId", provider_sid as sid, kind, status from webhooks`;
  const pendingSlots = await sql<Export["pendingSlots"]>`
    select workspace_id as "workspaceId", caller_e164 as "callerE164", pending_message_id as "messageId"
    from caller_slots where pending_message_id is not null`;
  const optOuts = await sql<Export["optOuts"]>`
    with known as (
      select workspace_id, to_e164 as e164 from messages union select workspace_id, from_e164 from messages
      union select workspace_id, caller_e164 from calls where caller_e164 is not null
    ), hashed as (
      select k.workspace_id, k.e164, caller_hash(w.opt_out_key, k.e164) as caller_hash
      from known k join workspaces w on w.id = k.workspace_id
      where w.id in (select workspace_id from opt_outs)
    )
    select workspace_id as "workspaceId", caller_hash as "callerHash", e164 as "callerE164", ${ms("created_at")} as at
    from opt_outs left join hashed using (workspace_id, caller_hash)
    where reopened_at is null`;
  const watched = clock?.watched
    ? await sql<Export["watched"]>`
        select (extract(epoch from at) * 1000)::float8 as at, kind, id, state from proof.watched order by place`
    : [];
  return { workspaces, calls, recoveries, messages, webhooks, pendingSlots, optOuts, watched };
}
