-- Everything that must be found before the workspace is known. Owned by the lookup role, which can do nothing else.
create function number_by_e164(wanted text)
returns table (workspace_id uuid, number_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select n.workspace_id, n.id from numbers n where n.e164 = wanted and n.state = 'active'
$$;
--> statement-breakpoint
create function call_by_sid(wanted text)
returns table (workspace_id uuid, call_id uuid, number_id uuid, ended boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.workspace_id, c.id, c.number_id, c.ended_at is not null from calls c where c.provider_sid = wanted limit 1
$$;
--> statement-breakpoint
create function ended_calls(wanted text[])
returns table (provider_sid text)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.provider_sid from calls c where c.provider_sid = any(wanted) and c.ended_at is not null
$$;
--> statement-breakpoint
create function message_by_id(wanted uuid)
returns table (workspace_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.workspace_id from messages m where m.id = wanted
$$;
--> statement-breakpoint
create function known_message_sids(wanted text[])
returns table (provider_sid text)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.provider_sid from messages m where m.provider_sid = any(wanted)
$$;
--> statement-breakpoint
create function workspace_by_invitation(wanted text)
returns table (workspace_id uuid, invitation_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select i.workspace_id, i.id from invitations i where i.token_hash = wanted
$$;
--> statement-breakpoint
create function slug_taken(wanted text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from workspaces w where w.slug = wanted)
$$;
--> statement-breakpoint
-- Takes up to `most` due texts for a worker. A lease that ran out before any request was made is simply taken over; one
-- that ran out after a request is handed on with its doubt, which the worker settles and never answers with a second
-- request of its own accord.
create function claim_messages(worker text, most integer, lease interval)
returns table (workspace_id uuid, message_id uuid, fence bigint)
language sql volatile security definer set search_path = public, pg_temp as $$
  with due as materialized (
    select q.workspace_id, q.id from messages q
    where q.status in ('queued', 'sending') and q.due_at <= (select app_now())
    order by q.due_at
    limit most
    for update skip locked
  )
  update messages m set
    status = 'sending',
    fence = m.fence + 1,
    claimed_by = worker,
    lease_until = app_now() + lease,
    due_at = app_now() + lease
  from due
  where m.workspace_id = due.workspace_id and m.id = due.id
  returning m.workspace_id, m.id, m.fence
$$;
--> statement-breakpoint
create function due_calls(most integer)
returns table (workspace_id uuid, call_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.workspace_id, c.id from calls c
  where c.decide_at is not null and c.decide_at <= (select app_now())
  order by c.decide_at limit most
$$;
--> statement-breakpoint
create function stale_calls(older_than interval, most integer)
returns table (workspace_id uuid, call_id uuid, provider_sid text)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.workspace_id, c.id, c.provider_sid from calls c
  where c.ended_at is null and c.started_at < (select app_now()) - older_than
  order by c.started_at desc limit most
$$;
--> statement-breakpoint
create function due_held(most integer)
returns table (workspace_id uuid, call_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.workspace_id, r.call_id from recoveries r
  where r.state = 'held' and r.held_until <= (select app_now())
  order by r.held_until limit most
$$;
--> statement-breakpoint
create function undelivered_messages(older_than interval, most integer)
returns table (workspace_id uuid, message_id uuid, provider_sid text)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.workspace_id, m.id, m.provider_sid from messages m
  where m.status in ('accepted', 'sent') and m.final_at is null and m.provider_sid is not null
    and m.accepted_at < (select app_now()) - older_than and m.accepted_at > (select app_now()) - interval '2 days'
  -- The newest first: the oldest are mostly those no carrier will ever report on, and must not crowd out the rest.
  order by m.accepted_at desc limit most
$$;
--> statement-breakpoint
create function forget_webhooks(older_than interval) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  delete from webhooks w where w.created_at < (select app_now()) - older_than
$$;
--> statement-breakpoint
-- Keyed, so that an opt-out outlives the caller's erasure without naming them.
create function caller_hash(key text, e164 text) returns text
language sql immutable as $$
  select encode(sha256(convert_to(key || ':' || e164, 'UTF8')), 'hex')
$$;
--> statement-breakpoint
do $$
declare signature text;
begin
  foreach signature in array array[
    'number_by_e164(text)', 'call_by_sid(text)', 'ended_calls(text[])', 'message_by_id(uuid)', 'known_message_sids(text[])',
    'workspace_by_invitation(text)', 'slug_taken(text)', 'claim_messages(text, integer, interval)',
    'due_calls(integer)', 'stale_calls(interval, integer)', 'due_held(integer)',
    'undelivered_messages(interval, integer)', 'forget_webhooks(interval)'
  ] loop
    -- Revoked first: afterwards the function is no longer ours to close.
    execute format('revoke all on function %s from public', signature);
    execute format('alter function %s owner to ringback_lookup', signature);
  end loop;
end $$;
