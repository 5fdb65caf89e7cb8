CREATE INDEX "usage_counters_spent" ON "usage_counters" USING btree ("window_start") WHERE "usage_counters"."counter" = 'spend_cents_day';--> statement-breakpoint
-- What texts have cost on this many days that are over, in cents, as we count it.
create function spend_last_days(days integer) returns bigint
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(sum(u.amount), 0) from usage_counters u
  where u.counter = 'spend_cents_day' and u.window_start < date_trunc('day', app_now(), 'UTC')
    and u.window_start >= date_trunc('day', app_now(), 'UTC') - make_interval(days => days)
$$;
--> statement-breakpoint
create function workspace_names(asker uuid)
returns table (workspace_id uuid, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select w.id, w.name from workspaces w where is_operator(asker)
$$;
--> statement-breakpoint
do $$
declare signature text;
begin
  foreach signature in array array['spend_last_days(integer)', 'workspace_names(uuid)'] loop
    execute format('revoke all on function %s from public', signature);
    execute format('alter function %s owner to ringback_lookup', signature);
  end loop;
end $$;
