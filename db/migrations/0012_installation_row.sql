insert into installation default values;
--> statement-breakpoint
alter table workspace_limits enable row level security;
--> statement-breakpoint
alter table workspace_limits force row level security;
--> statement-breakpoint
create policy tenant on workspace_limits
  using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
