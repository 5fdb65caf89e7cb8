-- Columns keep whole milliseconds and round: a moment written as "now" lay up to half of one in the future.
create or replace function app_now() returns timestamptz language sql stable as $$
  select date_trunc('milliseconds', statement_timestamp() + coalesce((select skew from app_clock), interval '0'))
$$;
