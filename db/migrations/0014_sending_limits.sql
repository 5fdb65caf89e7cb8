ALTER TABLE "usage_counters" DROP CONSTRAINT "usage_counter_listed";--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "ring_mills" integer;--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "not_rung" text;--> statement-breakpoint
ALTER TABLE "numbers" ADD COLUMN "origin" text DEFAULT 'adopted' NOT NULL;--> statement-breakpoint
CREATE INDEX "usage_texts_of_day" ON "usage_counters" USING btree ("window_start") WHERE "usage_counters"."counter" in ('callers_day', 'replies_day');--> statement-breakpoint
CREATE INDEX "messages_of_author" ON "messages" USING btree ("workspace_id","author_user_id","created_at") WHERE "messages"."author_user_id" is not null;--> statement-breakpoint
ALTER TABLE "usage_counters" ADD CONSTRAINT "usage_counter_listed" CHECK ("usage_counters"."counter" in ('callers_hour', 'callers_day', 'callers_month', 'spend_cents_day', 'replies_day', 'ring_mills_day'));--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "call_not_rung_listed" CHECK ("calls"."not_rung" in ('ring_ceiling'));--> statement-breakpoint
ALTER TABLE "numbers" ADD CONSTRAINT "number_origin_listed" CHECK ("numbers"."origin" in ('bought', 'bought_by_operator', 'adopted'));
--> statement-breakpoint
-- How the numbers of today came was not recorded: none of them may be deleted at the carrier by its owner.
alter table numbers alter column origin set default 'bought';
--> statement-breakpoint
create policy lookup on usage_counters to ringback_lookup using (true);
--> statement-breakpoint
grant select on usage_counters to ringback_lookup;
--> statement-breakpoint
-- How many numbers the owners of all workspaces have bought and not given up.
create function numbers_bought() returns integer
language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::integer from numbers n where n.origin = 'bought' and n.state <> 'released'
$$;
--> statement-breakpoint
-- The texts of all workspaces in the day that began then. Every workspace has rows of its own for them, which this adds up.
create function texts_of_day(day timestamptz) returns bigint
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(sum(u.amount), 0)::bigint from usage_counters u
  where u.window_start = day and u.counter in ('callers_day', 'replies_day')
$$;
--> statement-breakpoint
do $$
declare signature text;
begin
  foreach signature in array array['numbers_bought()', 'texts_of_day(timestamptz)'] loop
    execute format('revoke all on function %s from public', signature);
    execute format('alter function %s owner to ringback_lookup', signature);
  end loop;
end $$;
