-- Row-level security keeps ILIKE away from indexes, because it is not leakproof. So this one looks as the lookup role, and
-- filters by the workspace of the transaction itself; it can find nothing outside one.
do $$
declare name text;
begin
  foreach name in array array['leads', 'caller_slots'] loop
    execute format('create policy lookup on %I to ringback_lookup using (true) with check (true)', name);
    execute format('grant select on %I to ringback_lookup', name);
  end loop;
end $$;
--> statement-breakpoint
-- The callers whose lead has such a name or need, or whose number has these digits. A pattern that is null finds nobody.
create function callers_found(names text, needs text, digits text)
returns setof text
language sql stable security definer rows 200 set search_path = public, pg_temp as $$
  select l.caller_e164 from leads l
  where l.workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid
    and (l.name ilike names or l.need ilike needs)
  union
  select s.caller_e164 from caller_slots s
  where s.workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid and s.caller_e164 like digits
  union
  select c.caller_e164 from calls c
  where c.workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid and c.caller_e164 like digits
    and c.state in ('answered', 'voicemail', 'voice_ai', 'failed')
$$;
--> statement-breakpoint
revoke all on function callers_found(text, text, text) from public;
--> statement-breakpoint
alter function callers_found(text, text, text) owner to ringback_lookup;
