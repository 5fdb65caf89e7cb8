CREATE INDEX "recoveries_times" ON "recoveries" USING brin ("decided_at");--> statement-breakpoint
CREATE INDEX "messages_unconfirmed" ON "messages" USING btree ("workspace_id") WHERE "messages"."status" = 'unconfirmed';--> statement-breakpoint
CREATE INDEX "messages_times" ON "messages" USING brin ("created_at","first_requested_at","accepted_at","final_at");--> statement-breakpoint
-- What the operator's page and the metrics count over all workspaces: states, counts, times and amounts; never a number,
-- a text or a name of a caller.
do $$
declare name text;
begin
  foreach name in array array['memberships', 'recovery_settings', 'ring_phones', 'subscriptions'] loop
    execute format('create policy lookup on %I to ringback_lookup using (true)', name);
  end loop;
end $$;
--> statement-breakpoint
grant select (id, name, operator_at) on users to ringback_lookup;
--> statement-breakpoint
grant select (workspace_id, user_id, role, created_at) on memberships to ringback_lookup;
--> statement-breakpoint
grant select (workspace_id, text_back_on, paused_until, registration) on recovery_settings to ringback_lookup;
--> statement-breakpoint
grant select (workspace_id, number_id) on ring_phones to ringback_lookup;
--> statement-breakpoint
grant select (workspace_id, plan, status) on subscriptions to ringback_lookup;
--> statement-breakpoint
grant select on usage_counters to ringback_lookup;
--> statement-breakpoint
create function is_operator(asker uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from users u where u.id = asker and u.operator_at is not null)
$$;
--> statement-breakpoint
-- A page of workspaces by name, beginning after the given one. Empty for everybody but an operator.
create function operator_workspaces(asker uuid, month_start timestamptz, after uuid, most integer)
returns table (
  workspace_id uuid, slug text, name text, owner text, active boolean, suspended_at timestamptz, delete_after timestamptz,
  plan text, status text, text_back_on boolean, paused_until timestamptz, registration text, lines jsonb,
  last_call_at timestamptz, last_missed_at timestamptz, callers integer, texts integer, not_delivered integer,
  unconfirmed integer, cost_cents integer
)
language sql stable security definer set search_path = public, pg_temp as $$
  with page as materialized (
    select w.* from workspaces w
    where is_operator(asker) and (after is null
      or (lower(w.name), w.id) > (select lower(a.name), a.id from workspaces a where a.id = after))
    order by lower(w.name), w.id
    limit most
  ),
  texts as materialized (
    select m.workspace_id, count(*)::integer as texts,
      (count(*) filter (where m.status in ('undelivered', 'failed')))::integer as not_delivered
    from messages m
    where m.created_at >= month_start and m.author <> 'caller' and m.workspace_id in (select p.id from page p)
    group by m.workspace_id
  )
  select w.id, w.slug, w.name,
    (select u.name from memberships m join users u on u.id = m.user_id
      where m.workspace_id = w.id and m.role = 'owner' order by m.created_at, m.user_id limit 1),
    w.active, w.suspended_at, w.delete_after, s.plan, s.status, r.text_back_on, r.paused_until, r.registration,
    (select coalesce(jsonb_agg(jsonb_build_object(
        'state', n.state, 'mode', n.mode, 'miswired', n.wiring_problem is not null, 'forwarding', n.forwarding,
        'forwardingTestUntil', n.forwarding_test_until, 'forwardingProvedAt', n.forwarding_proved_at,
        'lastForwardedAt', n.last_forwarded_at,
        'phones', (select count(*) from ring_phones p where p.workspace_id = w.id and p.number_id = n.id)
      ) order by n.created_at, n.id), '[]')
      from numbers n where n.workspace_id = w.id and n.state <> 'released'),
    (select c.started_at from calls c where c.workspace_id = w.id order by c.started_at desc, c.id desc limit 1),
    (select c.started_at from calls c where c.workspace_id = w.id and c.state = 'missed'
      order by c.started_at desc, c.id desc limit 1),
    (select count(distinct v.caller_e164)::integer from recoveries v
      where v.workspace_id = w.id and v.state = 'texted' and v.call_started_at >= month_start),
    coalesce(t.texts, 0), coalesce(t.not_delivered, 0),
    (select count(*)::integer from messages m where m.workspace_id = w.id and m.status = 'unconfirmed'),
    (select coalesce(sum(u.amount), 0)::integer from usage_counters u
      where u.workspace_id = w.id and u.counter = 'spend_cents_day' and u.window_start >= month_start)
  from page w
    join subscriptions s on s.workspace_id = w.id
    join recovery_settings r on r.workspace_id = w.id
    left join texts t on t.workspace_id = w.id
  order by lower(w.name), w.id
$$;
--> statement-breakpoint
create function operator_totals(asker uuid, month_start timestamptz)
returns table (workspaces integer, callers integer, typical_seconds double precision)
language sql stable security definer set search_path = public, pg_temp as $$
  select (select count(*)::integer from workspaces), (count(distinct (v.workspace_id, v.caller_e164)) filter (where v.call_id is not null))::integer,
    percentile_cont(0.5) within group (order by extract(epoch from v.texted_at - (v.facts -> 'call' ->> 'endedAt')::timestamptz))
      filter (where v.texted_at is not null and v.decided_by is null and v.facts ->> 'heldUntil' is null)
  from workspaces w left join recoveries v
    on v.workspace_id = w.id and v.state = 'texted' and v.call_started_at >= month_start
  where is_operator(asker)
$$;
--> statement-breakpoint
create function outbox_state()
returns table (waiting integer, oldest_due_at timestamptz, unconfirmed integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::integer, min(m.due_at),
    (select count(*)::integer from messages u where u.status = 'unconfirmed')
  from messages m where m.status in ('queued', 'sending') and m.due_at <= (select app_now())
$$;
--> statement-breakpoint
-- What happened from `since` until before `until`, for the counters of /api/metrics. Times in tenths of a second.
create function metrics_between(since timestamptz, until timestamptz)
returns table (metric text, label text, value double precision, amount bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select 'decisions', case when r.state in ('skipped', 'held') then coalesce(r.reason, r.state) else 'text' end, null::double precision, count(*)
    from recoveries r where r.decided_at >= since and r.decided_at < until group by 2
  union all
  select 'texts', 'requested', null, count(*) from messages m
    where m.first_requested_at >= since and m.first_requested_at < until
  union all
  select 'texts', 'accepted', null, count(*) from messages m where m.accepted_at >= since and m.accepted_at < until
  union all
  select 'texts', m.status, null, count(*) from messages m
    where m.final_at >= since and m.final_at < until group by m.status
  union all
  select 'miss_to_request', null,
    round(extract(epoch from m.first_requested_at - (v.facts -> 'call' ->> 'endedAt')::timestamptz)::numeric, 1)::double precision,
    count(*)
    from messages m join recoveries v on v.workspace_id = m.workspace_id and v.message_id = m.id
    where m.first_requested_at >= since and m.first_requested_at < until and m.purpose = 'text_back'
      and v.decided_by is null and v.facts ->> 'heldUntil' is null and v.facts -> 'call' ->> 'endedAt' is not null
    group by 3
$$;
--> statement-breakpoint
-- Workspaces whose days of grace are over.
create function workspaces_to_delete()
returns table (workspace_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select w.id from workspaces w where w.delete_after <= (select app_now()) order by w.delete_after limit 100
$$;
--> statement-breakpoint
do $$
declare signature text;
begin
  foreach signature in array array[
    'is_operator(uuid)', 'operator_workspaces(uuid, timestamptz, uuid, integer)', 'operator_totals(uuid, timestamptz)',
    'outbox_state()', 'metrics_between(timestamptz, timestamptz)', 'workspaces_to_delete()'
  ] loop
    execute format('revoke all on function %s from public', signature);
    execute format('alter function %s owner to ringback_lookup', signature);
  end loop;
end $$;
