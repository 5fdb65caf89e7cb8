-- Sign-ins, account changes and operators' acts: the app's role adds and reads, and only this forgets.
create function forget_account_events(older_than interval) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  delete from account_events e where e.at < (select app_now()) - greatest(older_than, interval '12 months')
$$;
--> statement-breakpoint
grant select, delete on account_events to ringback_lookup;
--> statement-breakpoint
revoke all on function forget_account_events(interval) from public;
--> statement-breakpoint
alter function forget_account_events(interval) owner to ringback_lookup;
