-- A restored database sends nothing until an operator says so: no text is given to a worker meanwhile.
grant select on installation to ringback_lookup;
--> statement-breakpoint
set role ringback_lookup;
--> statement-breakpoint
create or replace function claim_messages(worker text, most integer, lease interval)
returns table (workspace_id uuid, message_id uuid, fence bigint)
language sql volatile security definer set search_path = public, pg_temp as $$
  with due as materialized (
    select q.workspace_id, q.id from messages q
    where q.status in ('queued', 'sending') and q.due_at <= (select app_now())
      and not (select exists (select 1 from installation i where i.sending_stopped_at is not null))
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
reset role;
