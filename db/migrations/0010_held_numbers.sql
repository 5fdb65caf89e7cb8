-- Of these numbers, those that a workspace has, also one that is still being bought: whatever the unique key keeps from
-- the others. number_by_e164 finds only those that take calls.
create function held_numbers(wanted text[])
returns table (e164 text)
language sql stable security definer set search_path = public, pg_temp as $$
  select n.e164 from numbers n where n.e164 = any(wanted) and n.state <> 'released'
$$;
--> statement-breakpoint
revoke all on function held_numbers(text[]) from public;
--> statement-breakpoint
alter function held_numbers(text[]) owner to ringback_lookup;
