-- The second wall: a row of another workspace is not there, whatever the query forgot to say.
do $$
declare name text;
begin
  foreach name in array array[
    'audit_log', 'call_legs', 'caller_slots', 'calls', 'consent_records', 'excluded_numbers', 'invitations',
    'lead_events', 'leads', 'messages', 'numbers', 'opt_outs', 'recoveries', 'recovery_settings',
    'ring_phones', 'subscriptions', 'usage_callers', 'usage_counters', 'webhooks'
  ] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy tenant on %I using (workspace_id = nullif(current_setting(''app.workspace_id'', true), '''')::uuid)
       with check (workspace_id = nullif(current_setting(''app.workspace_id'', true), '''')::uuid)', name);
  end loop;
end $$;
--> statement-breakpoint
alter table memberships enable row level security;
--> statement-breakpoint
alter table memberships force row level security;
--> statement-breakpoint
-- Memberships are read before a workspace is known: a person may see their own.
create policy tenant on memberships
  using (
    workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid
    or user_id = nullif(current_setting('app.user_id', true), '')::uuid
  )
  with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
--> statement-breakpoint
alter table workspaces enable row level security;
--> statement-breakpoint
alter table workspaces force row level security;
--> statement-breakpoint
create policy tenant on workspaces
  using (
    id = nullif(current_setting('app.workspace_id', true), '')::uuid
    or id in (
      select m.workspace_id from memberships m
      where m.user_id = nullif(current_setting('app.user_id', true), '')::uuid
    )
  )
  with check (id = nullif(current_setting('app.workspace_id', true), '')::uuid);
--> statement-breakpoint
-- The lookup role owns the few functions that must look across workspaces; these are all it may see.
do $$
declare name text;
begin
  foreach name in array array['calls', 'call_legs', 'invitations', 'messages', 'numbers', 'recoveries', 'webhooks', 'workspaces'] loop
    execute format('create policy lookup on %I to ringback_lookup using (true) with check (true)', name);
    execute format('grant select on %I to ringback_lookup', name);
  end loop;
end $$;
--> statement-breakpoint
grant update on messages to ringback_lookup;
--> statement-breakpoint
grant delete on webhooks to ringback_lookup;
--> statement-breakpoint
grant select on app_clock to ringback_lookup;
