import type postgres from "postgres";
import { commonEndings, withheldEnding } from "./decisions";

/** A workspace, and how long a history it gets. */
export type Workspace = {
  workspaceId: string;
  slug: string;
  numberId: string;
  /** The workspace's own number. */
  e164: string;
  calls: number;
  days: number;
};

type History = Workspace & { until: Date };

/** The caller with a long history, the same at every size, so that their page can be compared. */
export const BUSY = { e164: "+15035550142", name: "Beatrix Okonkwo-Lindqvist", calls: 60 };

/** At the least: as many as fill the board of those who need somebody, in a small workspace too. */
const WAITING = 200;

const TABLES = ["calls", "recoveries", "messages", "leads", "lead_events", "caller_slots"];

/**
 * Fills workspaces with years of calls: about three to a lead, with decisions, texts, replies and a timeline. As a
 * superuser, without the checks of foreign keys and with the indexes made afterwards: otherwise a million calls take ten
 * minutes. Leaves the database as a quiet night does, vacuumed and analysed.
 */
export async function writeHistories(sql: postgres.Sql, workspaces: Workspace[], until: Date): Promise<void> {
  const indexes = await sql<{ name: string; made: string }[]>`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made from pg_index i
    where i.indrelid::regclass::text in ${sql(TABLES)}
      and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)`;
  await sql.begin(async (tx) => {
    await tx`select setseed(0.5), set_config('session_replication_role', 'replica', true),
      set_config('work_mem', '256MB', true), set_config('maintenance_work_mem', '512MB', true)`;
    for (const { name } of indexes) await tx.unsafe(`drop index ${name}`);
    for (const workspace of workspaces) await writeHistory(tx, { ...workspace, until });
    for (const { made } of indexes) await tx.unsafe(made);
  });
  await sql.unsafe(`vacuum analyze ${TABLES.join(", ")}`);
}

async function writeHistory(tx: Tx, history: History): Promise<void> {
  await hearCalls(tx, history);
  await makeLeads(tx, history);
  await decideCalls(tx, history);
  await writeTexts(tx, history);
  await writeRows(tx, history);
  await tx`drop table heard, known, endings, decided, texts`;
}

type Tx = postgres.TransactionSql;

async function hearCalls(tx: Tx, { calls, days, until }: History): Promise<void> {
  const callers = Math.ceil(calls / 3);
  await tx`
    create temp table heard as
    select gen_random_uuid() as id, random() as fate,
      case when random() < 0.03 then null
        else '+1' || (array['503', '971', '541', '360', '206'])[1 + c % 5] || 2000000 + (c::bigint * 7368787) % 8000000
      end as caller,
      case when random() < 0.15 then 'answered' else 'missed' end as state,
      ${until}::timestamptz - make_interval(secs => ${days * 86_400}::float8 * (n - random()) / ${calls}) as at
    from (select n, (random() * ${callers})::int as c from generate_series(1, ${calls}::int) n) each`;
  await tx`
    insert into heard
    select gen_random_uuid(), 0.1, ${BUSY.e164}, 'missed', ${until}::timestamptz - make_interval(hours => 7 * n)
    from generate_series(1, ${BUSY.calls}::int) n`;
}

async function makeLeads(tx: Tx, { workspaceId }: History): Promise<void> {
  await tx`
    create temp table known as
    select gen_random_uuid() as id, caller, first_at, last_at, calls,
      case when caller = ${BUSY.e164} then ${BUSY.name} when random() < 0.7 then
        (array['Karen','Luis','Priya','Tom','Ana','Wei','Omar','Grace','Ivan','Ruth','Noah','Mia','Leo','Zoe','Hugo','Nina'])[1 + floor(random() * 16)::int]
        || ' ' || (array['Boyd','Tran','Ortega','Whitfield','Sato','Novak','Reyes','Kelly','Moss','Hahn','Quist','Abbot','Duarte','Lindgren','Perry','Ueda'])[1 + floor(random() * 16)::int]
        || (array['','','','-'])[1 + floor(random() * 4)::int] || substr(md5(caller), 1, 3)
      end as name,
      (array['Leaking tap','Blocked drain','No hot water','Boiler service','New bathroom','Smell of gas'])[1 + floor(random() * 6)::int] as need,
      (array['new','new','new','new','talking','talking','quoted','booked','booked','lost'])[1 + floor(random() * 10)::int] as stage,
      random() < 0.4 as replies, random() < greatest(0.02, ${WAITING}::float8 / count(*) over ()) as waits, random() as worth
    from (select caller, min(at) as first_at, max(at) as last_at, count(*)::int as calls from heard
      where caller is not null group by caller having bool_or(state = 'missed')) each`;
  await tx`create unique index on known (caller)`;
  await tx`analyze known`;
  await tx`
    insert into leads (workspace_id, id, caller_e164, name, need, value_cents, source, stage, call_count, conversation,
      waiting_since, first_reply_at, last_exchange_at, last_outbound_at, last_text, last_text_author, last_activity_at, created_at)
    select ${workspaceId}, id, caller, name, need,
      case when stage in ('quoted', 'booked') and worth < 0.5 then 5000 + (worth * 100000)::int end, 'missed_call', stage, calls,
      case when waits then 'needs_you' else 'open' end, case when waits then last_at end,
      case when replies then last_at end, case when replies then last_at end, last_at,
      case when replies then 'Can somebody come on Tuesday?' else 'Sorry we missed your call.' end,
      case when replies then 'caller' else 'automatic' end, last_at, first_at
    from known order by last_at`;
  await tx`insert into caller_slots (workspace_id, caller_e164, last_opening_at)
    select ${workspaceId}, caller, max(at) from heard where caller is not null group by caller`;
}

async function decideCalls(tx: Tx, { until }: History): Promise<void> {
  const endings = [...commonEndings(until), withheldEnding(until)];
  let from = 0;
  const rows = endings.map(({ share, ...ending }) => {
    const row = { ...ending, from: from / 100, to: (from + share) / 100, withheld: share === 0 };
    from += share;
    return row;
  });
  await tx`
    create temp table endings as
    select row_number() over () as ending, e.* from jsonb_to_recordset(${tx.json(rows as unknown as postgres.JSONValue)})
      as e(state text, reason text, trace jsonb, facts jsonb, "from" float8, "to" float8, withheld boolean)`;
  await tx`
    create temp table decided as
    select h.id as call_id, gen_random_uuid() as id, h.at, h.caller, k.id as lead_id, k.replies, e.ending,
      case when e.state = 'texted' then gen_random_uuid() end as message_id
    from heard h left join known k on k.caller = h.caller
    join endings e on case when h.caller is null then e.withheld else h.fate >= e."from" and h.fate < e."to" end
    where h.state = 'missed'`;
}

async function writeTexts(tx: Tx, { e164 }: History): Promise<void> {
  await tx`
    create temp table texts as
    select message_id as id, id as recovery_id, lead_id, 'text_back' as purpose, 'automatic' as author, ${e164} as sender,
      caller as receiver, 'Alder & Sons: sorry we missed your call. What can we help with? Reply STOP to opt out.' as body,
      'delivered' as status, at + interval '4 seconds' as at
    from decided where message_id is not null
    union all
    select gen_random_uuid(), null, lead_id, 'inbound', 'caller', caller, ${e164}, 'The tap in our kitchen leaks. Can somebody come on Tuesday?',
      'received', at + interval '3 minutes'
    from decided where message_id is not null and replies
    union all
    select gen_random_uuid(), null, lead_id, 'reply', 'member', ${e164}, caller, 'Tuesday at 10 works. See you then.',
      'delivered', at + interval '9 minutes'
    from decided where message_id is not null and replies`;
}

async function writeRows(tx: Tx, { workspaceId, numberId }: History): Promise<void> {
  await tx`
    insert into calls (workspace_id, id, number_id, provider_sid, caller_e164, caller_kind, state, route, lead_id, leg, started_at,
      ended_at, rang_seconds, talk_seconds)
    select ${workspaceId}, h.id, ${numberId}, 'CA' || replace(h.id::text, '-', ''), h.caller,
      case when h.caller is null then 'withheld' else 'phone' end, h.state, 'miss', k.id, 'completed', h.at,
      h.at + interval '8 seconds', 6, case when h.state = 'answered' then 90 end
    from heard h left join known k on k.caller = h.caller order by h.at`;
  await tx`
    insert into recoveries (workspace_id, id, call_id, call_started_at, lead_id, caller_e164, state, reason, trace, facts, message_id,
      decided_at, texted_at)
    select ${workspaceId}, id, call_id, at, lead_id, caller, state, reason, trace, facts, message_id, at + interval '8 seconds',
      case when message_id is not null then at + interval '9 seconds' end
    from decided join endings using (ending) order by at`;
  await tx`
    insert into messages (workspace_id, id, lead_id, number_id, recovery_id, purpose, author, from_e164, to_e164, body, status,
      provider_sid, accepted_at, final_at, created_at)
    select ${workspaceId}, id, lead_id, ${numberId}, recovery_id, purpose, author, sender, receiver, body, status,
      'SM' || replace(id::text, '-', ''), at, at, at
    from texts order by at`;
  await tx`
    insert into lead_events (workspace_id, lead_id, kind, at, call_id, message_id, from_stage, to_stage, amount_cents)
    select ${workspaceId}, lead_id, kind, at, call_id, message_id, from_stage, to_stage, amount_cents from (
      select k.id as lead_id, 'call' as kind, h.at, h.id as call_id, null::uuid as message_id, null as from_stage, null as to_stage,
        null::int as amount_cents
      from heard h join known k on k.caller = h.caller
      union all
      select lead_id, 'message', at, null, id, null, null, null from texts
      union all
      select id, 'stage_moved', last_at + interval '1 hour', null, null, 'new', stage,
        case when stage = 'booked' and worth < 0.5 then 5000 + (worth * 100000)::int end
      from known where stage <> 'new'
    ) each order by at`;
}
