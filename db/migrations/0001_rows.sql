CREATE TABLE "subscriptions" (
	"workspace_id" uuid PRIMARY KEY NOT NULL,
	"plan" text NOT NULL,
	"status" text NOT NULL,
	"trial_ends_at" timestamp (3) with time zone,
	"grace_ends_at" timestamp (3) with time zone,
	"anchor_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "subscription_plan_listed" CHECK ("subscriptions"."plan" in ('free', 'solo', 'team', 'paused', 'self_hosted')),
	CONSTRAINT "subscription_status_listed" CHECK ("subscriptions"."status" in ('trialing', 'active', 'past_due', 'canceling', 'canceled', 'unpaid', 'self_hosted'))
);
--> statement-breakpoint
CREATE TABLE "usage_callers" (
	"workspace_id" uuid NOT NULL,
	"month_start" timestamp (3) with time zone NOT NULL,
	"caller_e164" text NOT NULL,
	CONSTRAINT "usage_callers_workspace_id_month_start_caller_e164_pk" PRIMARY KEY("workspace_id","month_start","caller_e164")
);
--> statement-breakpoint
CREATE TABLE "usage_counters" (
	"workspace_id" uuid NOT NULL,
	"counter" text NOT NULL,
	"window_start" timestamp (3) with time zone NOT NULL,
	"amount" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "usage_counters_workspace_id_counter_window_start_pk" PRIMARY KEY("workspace_id","counter","window_start"),
	CONSTRAINT "usage_counter_listed" CHECK ("usage_counters"."counter" in ('callers_hour', 'callers_day', 'callers_month', 'spend_cents_day'))
);
--> statement-breakpoint
CREATE TABLE "call_legs" (
	"workspace_id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	"provider_sid" text NOT NULL,
	"phone_id" uuid,
	"accepted_at" timestamp (3) with time zone,
	"state" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "call_legs_workspace_id_provider_sid_pk" PRIMARY KEY("workspace_id","provider_sid")
);
--> statement-breakpoint
CREATE TABLE "caller_slots" (
	"workspace_id" uuid NOT NULL,
	"caller_e164" text NOT NULL,
	"pending_message_id" uuid,
	"last_opening_at" timestamp (3) with time zone,
	"line_type" text,
	"line_type_at" timestamp (3) with time zone,
	CONSTRAINT "caller_slots_workspace_id_caller_e164_pk" PRIMARY KEY("workspace_id","caller_e164"),
	CONSTRAINT "slot_line_type_listed" CHECK ("caller_slots"."line_type" in ('mobile', 'landline', 'voip', 'toll_free', 'unknown'))
);
--> statement-breakpoint
CREATE TABLE "calls" (
	"workspace_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"number_id" uuid NOT NULL,
	"provider_sid" text NOT NULL,
	"caller_e164" text,
	"caller_kind" text NOT NULL,
	"forwarded_from" text,
	"verstat" text DEFAULT 'none' NOT NULL,
	"state" text DEFAULT 'ringing' NOT NULL,
	"route" text NOT NULL,
	"lead_id" uuid,
	"second_leg_of" uuid,
	"leg" text DEFAULT 'ringing' NOT NULL,
	"dial_status" text,
	"dial_bridged" boolean,
	"notice" text DEFAULT 'none' NOT NULL,
	"machine_answered" boolean DEFAULT false NOT NULL,
	"accepted_by" uuid,
	"accepted_at" timestamp (3) with time zone,
	"notice_started_at" timestamp (3) with time zone,
	"declined_at" timestamp (3) with time zone,
	"started_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"rang_seconds" integer,
	"talk_seconds" integer,
	"caller_hung_up" boolean DEFAULT false NOT NULL,
	"decide_at" timestamp (3) with time zone,
	CONSTRAINT "calls_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "call_state_listed" CHECK ("calls"."state" in ('ringing', 'in_progress', 'answered', 'voicemail', 'voice_ai', 'missed', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "recoveries" (
	"workspace_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"call_id" uuid NOT NULL,
	"call_started_at" timestamp (3) with time zone NOT NULL,
	"lead_id" uuid,
	"caller_e164" text,
	"state" text NOT NULL,
	"reason" text,
	"trace" jsonb NOT NULL,
	"facts" jsonb NOT NULL,
	"message_id" uuid,
	"held_until" timestamp (3) with time zone,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"texted_at" timestamp (3) with time zone,
	"error_code" integer,
	CONSTRAINT "recoveries_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "recovery_state_listed" CHECK ("recoveries"."state" in ('texting', 'texted', 'held', 'skipped', 'failed', 'unconfirmed')),
	CONSTRAINT "recovery_reason_listed" CHECK ("recoveries"."reason" in ('answered', 'answered_by_voicemail', 'workspace_inactive', 'line_paused', 'setup_incomplete', 'forwarding_unverified', 'text_back_off', 'already_processed', 'voice_recovery_completed', 'billing_inactive', 'plan_without_text_back', 'usage_exhausted', 'texting_not_registered', 'caller_id_withheld', 'landline', 'not_a_phone', 'region_not_allowed', 'own_number', 'suspected_spoof', 'opted_out', 'declined_by_voice', 'blocked', 'personal_contact', 'conversation_active', 'within_cool_down', 'rate_capped', 'too_late', 'outside_texting_hours'))
);
--> statement-breakpoint
CREATE TABLE "webhooks" (
	"workspace_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"provider_sid" text NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"leg_sid" text DEFAULT '' NOT NULL,
	"params" jsonb NOT NULL,
	"answer" text,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "webhooks_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "consent_records" (
	"workspace_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"caller_e164" text NOT NULL,
	"basis" text NOT NULL,
	"call_id" uuid,
	"message_id" uuid,
	"notice_version" integer,
	"notice_words" text,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "consent_records_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "consent_basis_listed" CHECK ("consent_records"."basis" in ('notice_played', 'caller_texted_first', 'public_notice_attested', 'person_decided'))
);
--> statement-breakpoint
CREATE TABLE "opt_outs" (
	"workspace_id" uuid NOT NULL,
	"caller_hash" text NOT NULL,
	"source" text NOT NULL,
	"by_user_id" uuid,
	"words" text,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"reopened_at" timestamp (3) with time zone,
	CONSTRAINT "opt_outs_workspace_id_caller_hash_pk" PRIMARY KEY("workspace_id","caller_hash"),
	CONSTRAINT "opt_out_source_listed" CHECK ("opt_outs"."source" in ('keyword', 'wording', 'key_press', 'member', 'carrier'))
);
--> statement-breakpoint
CREATE TABLE "lead_events" (
	"workspace_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"lead_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"actor_user_id" uuid,
	"call_id" uuid,
	"message_id" uuid,
	"note" text,
	"from_stage" text,
	"to_stage" text,
	"amount_cents" integer,
	CONSTRAINT "lead_events_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "lead_event_kind_listed" CHECK ("lead_events"."kind" in ('call', 'message', 'note', 'created', 'stage_moved', 'renamed', 'opted_out', 'opted_in', 'blocked', 'unblocked'))
);
--> statement-breakpoint
CREATE TABLE "leads" (
	"workspace_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"caller_e164" text NOT NULL,
	"name" text,
	"need" text,
	"address" text,
	"value_cents" integer,
	"source" text NOT NULL,
	"stage" text DEFAULT 'new' NOT NULL,
	"lost_reason" text,
	"booked_for" timestamp (3) with time zone,
	"assignee_id" uuid,
	"urgent" boolean DEFAULT false NOT NULL,
	"needs_attention" text,
	"delivery_problem" text,
	"conversation" text DEFAULT 'open' NOT NULL,
	"snoozed_until" timestamp (3) with time zone,
	"ai" text DEFAULT 'off' NOT NULL,
	"call_count" integer DEFAULT 0 NOT NULL,
	"waiting_since" timestamp (3) with time zone,
	"first_reply_at" timestamp (3) with time zone,
	"last_exchange_at" timestamp (3) with time zone,
	"last_outbound_at" timestamp (3) with time zone,
	"last_text" text,
	"last_text_author" text,
	"last_activity_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "leads_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "lead_stage_listed" CHECK ("leads"."stage" in ('new', 'talking', 'quoted', 'booked', 'lost')),
	CONSTRAINT "lead_source_listed" CHECK ("leads"."source" in ('missed_call', 'text', 'manual')),
	CONSTRAINT "lead_conversation_listed" CHECK ("leads"."conversation" in ('open', 'needs_you', 'snoozed', 'done')),
	CONSTRAINT "lead_ai_listed" CHECK ("leads"."ai" in ('on', 'paused', 'off'))
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"workspace_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"lead_id" uuid,
	"number_id" uuid NOT NULL,
	"recovery_id" uuid,
	"purpose" text NOT NULL,
	"author" text NOT NULL,
	"author_user_id" uuid,
	"from_e164" text NOT NULL,
	"to_e164" text NOT NULL,
	"body" text NOT NULL,
	"media" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"segments" integer DEFAULT 1 NOT NULL,
	"status" text NOT NULL,
	"provider_sid" text,
	"error_code" integer,
	"due_at" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone,
	"fence" bigint DEFAULT 0 NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"claimed_by" text,
	"requests" integer DEFAULT 0 NOT NULL,
	"refusals" integer DEFAULT 0 NOT NULL,
	"first_requested_at" timestamp (3) with time zone,
	"unknown_since" timestamp (3) with time zone,
	"accepted_at" timestamp (3) with time zone,
	"final_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "messages_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "message_status_listed" CHECK ("messages"."status" in ('queued', 'sending', 'accepted', 'sent', 'delivered', 'undelivered', 'failed', 'unconfirmed', 'received')),
	CONSTRAINT "message_author_listed" CHECK ("messages"."author" in ('automatic', 'ai', 'member', 'caller')),
	CONSTRAINT "message_purpose_listed" CHECK ("messages"."purpose" in ('text_back', 'reply', 'opt_out_confirmation', 'inbound'))
);
--> statement-breakpoint
CREATE TABLE "mailbox" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"to" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "password_resets" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text NOT NULL,
	"window_start" timestamp (3) with time zone NOT NULL,
	"count" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "rate_limits_key_window_start_pk" PRIMARY KEY("key","window_start")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id_hash" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "excluded_numbers" (
	"workspace_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"e164" text NOT NULL,
	"kind" text NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"added_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "excluded_numbers_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "exclusion_listed" CHECK ("excluded_numbers"."kind" in ('personal', 'blocked'))
);
--> statement-breakpoint
CREATE TABLE "numbers" (
	"workspace_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"e164" text NOT NULL,
	"provider_sid" text,
	"state" text DEFAULT 'provisioning' NOT NULL,
	"wiring_problem" text,
	"mode" text DEFAULT 'forwarding' NOT NULL,
	"ring_strategy" text DEFAULT 'simultaneous' NOT NULL,
	"ring_seconds" integer DEFAULT 20 NOT NULL,
	"screening" text DEFAULT 'press_1' NOT NULL,
	"business_line_e164" text,
	"carrier" text,
	"forwarding" text DEFAULT 'not_started' NOT NULL,
	"forwarding_test_until" timestamp (3) with time zone,
	"forwarding_call_id" uuid,
	"forwarding_proved_at" timestamp (3) with time zone,
	"forwarding_attested_by" uuid,
	"last_forwarded_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"released_at" timestamp (3) with time zone,
	CONSTRAINT "numbers_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "number_state_listed" CHECK ("numbers"."state" in ('provisioning', 'active', 'released')),
	CONSTRAINT "number_mode_listed" CHECK ("numbers"."mode" in ('direct', 'forwarding')),
	CONSTRAINT "number_ring_strategy_listed" CHECK ("numbers"."ring_strategy" in ('simultaneous', 'sequential')),
	CONSTRAINT "number_screening_listed" CHECK ("numbers"."screening" in ('press_1', 'off')),
	CONSTRAINT "number_forwarding_listed" CHECK ("numbers"."forwarding" in ('not_started', 'waiting', 'seen', 'verified', 'stale', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "ring_phones" (
	"workspace_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"number_id" uuid NOT NULL,
	"e164" text NOT NULL,
	"label" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "ring_phones_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "stray_webhooks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"why" text NOT NULL,
	"params" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app_clock" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"skew" interval NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sweeps" (
	"name" text PRIMARY KEY NOT NULL,
	"read_until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"workspace_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"actor_user_id" uuid,
	"action" text NOT NULL,
	"subject" text,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "audit_log_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"workspace_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	CONSTRAINT "invitations_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "invitations_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "invitation_role_listed" CHECK ("invitations"."role" in ('owner', 'admin', 'member'))
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"workspace_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"phone_e164" text,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "memberships_workspace_id_user_id_pk" PRIMARY KEY("workspace_id","user_id"),
	CONSTRAINT "membership_role_listed" CHECK ("memberships"."role" in ('owner', 'admin', 'member'))
);
--> statement-breakpoint
CREATE TABLE "recovery_settings" (
	"workspace_id" uuid PRIMARY KEY NOT NULL,
	"text_back_on" boolean DEFAULT true NOT NULL,
	"paused_until" timestamp (3) with time zone,
	"paused_by" uuid,
	"template" text NOT NULL,
	"notice_version" integer DEFAULT 1 NOT NULL,
	"notice_on" boolean DEFAULT true NOT NULL,
	"notice" text NOT NULL,
	"text_voicemail_calls" boolean DEFAULT false NOT NULL,
	"cool_down_minutes" integer DEFAULT 1440 NOT NULL,
	"active_conversation_minutes" integer DEFAULT 30 NOT NULL,
	"quiet_after_days" integer DEFAULT 3 NOT NULL,
	"reply_any_hour" boolean DEFAULT true NOT NULL,
	"texting_hours" jsonb NOT NULL,
	"look_up_line_type" boolean DEFAULT true NOT NULL,
	"regions" text[] DEFAULT array['US','CA'] NOT NULL,
	"hourly_caller_cap" integer DEFAULT 30 NOT NULL,
	"daily_caller_cap" integer DEFAULT 200 NOT NULL,
	"daily_spend_cap_cents" integer DEFAULT 500 NOT NULL,
	"ai_voice_on" boolean DEFAULT false NOT NULL,
	"registration" text DEFAULT 'not_started' NOT NULL,
	"registration_attested_by" uuid,
	"registration_attested_at" timestamp (3) with time zone,
	CONSTRAINT "registration_listed" CHECK ("recovery_settings"."registration" in ('not_needed', 'not_started', 'draft', 'submitted', 'approved', 'rejected'))
);
--> statement-breakpoint
CREATE TABLE "workspaces" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"detail" text DEFAULT '' NOT NULL,
	"time_zone" text DEFAULT 'America/Los_Angeles' NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"opt_out_key" text DEFAULT replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '') NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "workspaces_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "usage_callers" ADD CONSTRAINT "usage_callers_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "usage_counters" ADD CONSTRAINT "usage_counters_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_legs" ADD CONSTRAINT "call_legs_workspace_id_call_id_calls_workspace_id_id_fk" FOREIGN KEY ("workspace_id","call_id") REFERENCES "public"."calls"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_legs" ADD CONSTRAINT "call_legs_workspace_id_phone_id_ring_phones_workspace_id_id_fk" FOREIGN KEY ("workspace_id","phone_id") REFERENCES "public"."ring_phones"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "caller_slots" ADD CONSTRAINT "caller_slots_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_workspace_id_number_id_numbers_workspace_id_id_fk" FOREIGN KEY ("workspace_id","number_id") REFERENCES "public"."numbers"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_workspace_id_lead_id_leads_workspace_id_id_fk" FOREIGN KEY ("workspace_id","lead_id") REFERENCES "public"."leads"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recoveries" ADD CONSTRAINT "recoveries_workspace_id_call_id_calls_workspace_id_id_fk" FOREIGN KEY ("workspace_id","call_id") REFERENCES "public"."calls"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recoveries" ADD CONSTRAINT "recoveries_workspace_id_lead_id_leads_workspace_id_id_fk" FOREIGN KEY ("workspace_id","lead_id") REFERENCES "public"."leads"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent_records" ADD CONSTRAINT "consent_records_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opt_outs" ADD CONSTRAINT "opt_outs_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_events" ADD CONSTRAINT "lead_events_workspace_id_lead_id_leads_workspace_id_id_fk" FOREIGN KEY ("workspace_id","lead_id") REFERENCES "public"."leads"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_assignee_member" FOREIGN KEY ("workspace_id","assignee_id") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_workspace_id_lead_id_leads_workspace_id_id_fk" FOREIGN KEY ("workspace_id","lead_id") REFERENCES "public"."leads"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_workspace_id_number_id_numbers_workspace_id_id_fk" FOREIGN KEY ("workspace_id","number_id") REFERENCES "public"."numbers"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "excluded_numbers" ADD CONSTRAINT "excluded_numbers_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "numbers" ADD CONSTRAINT "numbers_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ring_phones" ADD CONSTRAINT "ring_phones_workspace_id_number_id_numbers_workspace_id_id_fk" FOREIGN KEY ("workspace_id","number_id") REFERENCES "public"."numbers"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_member" FOREIGN KEY ("workspace_id","invited_by") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_settings" ADD CONSTRAINT "recovery_settings_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "call_legs_of_call" ON "call_legs" USING btree ("workspace_id","call_id");--> statement-breakpoint
CREATE UNIQUE INDEX "calls_provider_sid" ON "calls" USING btree ("workspace_id","provider_sid");--> statement-breakpoint
CREATE INDEX "calls_sid" ON "calls" USING btree ("provider_sid");--> statement-breakpoint
CREATE INDEX "calls_recent" ON "calls" USING btree ("workspace_id","started_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "calls_by_state" ON "calls" USING btree ("workspace_id","state","started_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "calls_of_caller" ON "calls" USING btree ("workspace_id","caller_e164","started_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "calls_open" ON "calls" USING btree ("workspace_id","started_at") WHERE "calls"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "calls_undecided" ON "calls" USING btree ("decide_at") WHERE "calls"."decide_at" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "recoveries_call" ON "recoveries" USING btree ("workspace_id","call_id");--> statement-breakpoint
CREATE INDEX "recoveries_by_state" ON "recoveries" USING btree ("workspace_id","state","call_started_at" DESC NULLS LAST,"call_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "recoveries_by_reason" ON "recoveries" USING btree ("workspace_id","reason","call_started_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "recoveries_held" ON "recoveries" USING btree ("held_until") WHERE "recoveries"."state" = 'held';--> statement-breakpoint
CREATE UNIQUE INDEX "webhooks_once" ON "webhooks" USING btree ("workspace_id","provider_sid","kind","status","leg_sid");--> statement-breakpoint
CREATE INDEX "webhooks_old" ON "webhooks" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "consent_of_caller" ON "consent_records" USING btree ("workspace_id","caller_e164","created_at");--> statement-breakpoint
CREATE INDEX "lead_events_timeline" ON "lead_events" USING btree ("workspace_id","lead_id","at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "lead_events_booked" ON "lead_events" USING btree ("workspace_id","at") WHERE "lead_events"."to_stage" = 'booked';--> statement-breakpoint
CREATE UNIQUE INDEX "lead_events_call" ON "lead_events" USING btree ("workspace_id","call_id") WHERE "lead_events"."call_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "lead_events_message" ON "lead_events" USING btree ("workspace_id","message_id") WHERE "lead_events"."message_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "leads_caller" ON "leads" USING btree ("workspace_id","caller_e164");--> statement-breakpoint
CREATE INDEX "leads_board" ON "leads" USING btree ("workspace_id","stage","last_activity_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "leads_recent" ON "leads" USING btree ("workspace_id","last_activity_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "leads_waiting" ON "leads" USING btree ("workspace_id","waiting_since") WHERE "leads"."waiting_since" is not null;--> statement-breakpoint
CREATE INDEX "leads_attention" ON "leads" USING btree ("workspace_id","last_activity_at") WHERE "leads"."needs_attention" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "messages_id" ON "messages" USING btree ("id");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_provider_sid" ON "messages" USING btree ("provider_sid") WHERE "messages"."provider_sid" is not null;--> statement-breakpoint
CREATE INDEX "messages_of_lead" ON "messages" USING btree ("workspace_id","lead_id","created_at");--> statement-breakpoint
CREATE INDEX "messages_unmatched" ON "messages" USING btree ("workspace_id","created_at" DESC NULLS LAST) WHERE "messages"."lead_id" is null;--> statement-breakpoint
CREATE INDEX "messages_outbox" ON "messages" USING btree ("due_at") WHERE "messages"."status" in ('queued', 'sending');--> statement-breakpoint
CREATE INDEX "messages_undelivered" ON "messages" USING btree ("accepted_at") WHERE "messages"."status" in ('accepted', 'sent') and "messages"."final_at" is null;--> statement-breakpoint
CREATE INDEX "mailbox_recent" ON "mailbox" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "password_resets_user" ON "password_resets" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_unique" ON "users" USING btree (lower("email"));--> statement-breakpoint
CREATE UNIQUE INDEX "excluded_numbers_once" ON "excluded_numbers" USING btree ("workspace_id","e164");--> statement-breakpoint
CREATE UNIQUE INDEX "numbers_live_e164" ON "numbers" USING btree ("e164") WHERE "numbers"."state" <> 'released';--> statement-breakpoint
CREATE INDEX "numbers_of_workspace" ON "numbers" USING btree ("workspace_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "ring_phones_once" ON "ring_phones" USING btree ("workspace_id","number_id","e164");--> statement-breakpoint
CREATE INDEX "stray_webhooks_recent" ON "stray_webhooks" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "audit_log_recent" ON "audit_log" USING btree ("workspace_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_open_email" ON "invitations" USING btree ("workspace_id",lower("email")) WHERE "invitations"."accepted_at" is null;--> statement-breakpoint
CREATE INDEX "memberships_user" ON "memberships" USING btree ("user_id");