DROP INDEX "calls_recent";--> statement-breakpoint
DROP INDEX "calls_by_state";--> statement-breakpoint
DROP INDEX "calls_of_caller";--> statement-breakpoint
DROP INDEX "recoveries_by_state";--> statement-breakpoint
DROP INDEX "recoveries_by_reason";--> statement-breakpoint
DROP INDEX "lead_events_timeline";--> statement-breakpoint
DROP INDEX "leads_board";--> statement-breakpoint
DROP INDEX "leads_recent";--> statement-breakpoint
DROP INDEX "messages_unmatched";--> statement-breakpoint
DROP INDEX "audit_log_recent";--> statement-breakpoint
CREATE INDEX "caller_slots_digits" ON "caller_slots" USING gin ("workspace_id","caller_e164" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "calls_settled_digits" ON "calls" USING gin ("workspace_id","caller_e164" gin_trgm_ops) WHERE "calls"."state" in ('answered', 'voicemail', 'voice_ai', 'failed');--> statement-breakpoint
CREATE INDEX "leads_needing" ON "leads" USING btree ("workspace_id","last_activity_at","id","stage") WHERE "leads"."waiting_since" is not null or "leads"."needs_attention" is not null;--> statement-breakpoint
CREATE INDEX "leads_undelivered" ON "leads" USING btree ("workspace_id","last_activity_at") WHERE "leads"."delivery_problem" is not null;--> statement-breakpoint
CREATE INDEX "leads_valued" ON "leads" USING btree ("workspace_id","stage","value_cents") WHERE "leads"."value_cents" is not null;--> statement-breakpoint
CREATE INDEX "leads_words" ON "leads" USING gin ("workspace_id","name" gin_trgm_ops,"need" gin_trgm_ops) WHERE "leads"."name" is not null or "leads"."need" is not null;--> statement-breakpoint
CREATE INDEX "calls_recent" ON "calls" USING btree ("workspace_id","started_at","id");--> statement-breakpoint
CREATE INDEX "calls_by_state" ON "calls" USING btree ("workspace_id","state","started_at","id");--> statement-breakpoint
CREATE INDEX "calls_of_caller" ON "calls" USING btree ("workspace_id","caller_e164","started_at");--> statement-breakpoint
CREATE INDEX "recoveries_by_state" ON "recoveries" USING btree ("workspace_id","state","call_started_at","call_id");--> statement-breakpoint
CREATE INDEX "recoveries_by_reason" ON "recoveries" USING btree ("workspace_id","reason","call_started_at");--> statement-breakpoint
CREATE INDEX "lead_events_timeline" ON "lead_events" USING btree ("workspace_id","lead_id","at","id");--> statement-breakpoint
CREATE INDEX "leads_board" ON "leads" USING btree ("workspace_id","stage","last_activity_at","id");--> statement-breakpoint
CREATE INDEX "leads_recent" ON "leads" USING btree ("workspace_id","last_activity_at","id");--> statement-breakpoint
CREATE INDEX "messages_unmatched" ON "messages" USING btree ("workspace_id","created_at") WHERE "messages"."lead_id" is null;--> statement-breakpoint
CREATE INDEX "audit_log_recent" ON "audit_log" USING btree ("workspace_id","created_at","id");