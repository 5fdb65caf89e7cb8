-- Only the database's clock decides about slots, leases and expiry. The offset exists in demo and test alone.
set check_function_bodies = off;
--> statement-breakpoint
create function app_now() returns timestamptz language sql stable as $$
  select statement_timestamp() + coalesce((select skew from app_clock), interval '0')
$$;
