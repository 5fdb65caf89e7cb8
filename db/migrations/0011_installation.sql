CREATE TABLE "health_parts" (
	"part" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"since" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"checked_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"code" text,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "health_part_listed" CHECK ("health_parts"."part" in ('sweep', 'carrier', 'public_address', 'proxy', 'mail')),
	CONSTRAINT "health_state_listed" CHECK ("health_parts"."state" in ('working', 'warning', 'failing'))
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"setup_code_hash" text,
	"setup_code_expires_at" timestamp (3) with time zone,
	"real_credentials_at" timestamp (3) with time zone,
	"last_backup_at" timestamp (3) with time zone,
	"sending_stopped_at" timestamp (3) with time zone,
	"sending_stopped_reason" text,
	"numbers_per_workspace" integer DEFAULT 1 NOT NULL,
	"numbers_for_all" integer DEFAULT 10 NOT NULL,
	"owners_may_attest" boolean DEFAULT false NOT NULL,
	"regions_ceiling" text[] DEFAULT array['US','CA'] NOT NULL,
	"hourly_caller_ceiling" integer DEFAULT 60 NOT NULL,
	"daily_caller_ceiling" integer DEFAULT 400 NOT NULL,
	"daily_spend_ceiling_cents" integer DEFAULT 1000 NOT NULL,
	"daily_text_ceiling" integer DEFAULT 5000 NOT NULL,
	"daily_ring_ceiling_cents" integer DEFAULT 500 NOT NULL,
	CONSTRAINT "sending_stopped_reason_listed" CHECK ("installation"."sending_stopped_reason" in ('restored'))
);
--> statement-breakpoint
CREATE TABLE "worker_heartbeats" (
	"worker_id" uuid PRIMARY KEY NOT NULL,
	"started_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"seen_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"version" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "workspace_invitations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" uuid,
	"mail" text DEFAULT 'waiting' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"opened_at" timestamp (3) with time zone,
	"accepted_at" timestamp (3) with time zone,
	"cancelled_at" timestamp (3) with time zone,
	CONSTRAINT "workspace_invitations_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "workspace_invitation_mail_listed" CHECK ("workspace_invitations"."mail" in ('waiting', 'sent', 'failed', 'not_configured'))
);
--> statement-breakpoint
CREATE TABLE "workspace_limits" (
	"workspace_id" uuid PRIMARY KEY NOT NULL,
	"numbers" integer,
	"may_attest" boolean,
	"regions_ceiling" text[],
	"hourly_caller_ceiling" integer,
	"daily_caller_ceiling" integer,
	"daily_spend_ceiling_cents" integer,
	"daily_ring_ceiling_cents" integer
);
--> statement-breakpoint
CREATE TABLE "account_events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"kind" text NOT NULL,
	"actor_user_id" uuid,
	"user_id" uuid,
	"workspace_id" uuid,
	"network" text DEFAULT '' NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "account_event_kind_listed" CHECK ("account_events"."kind" in ('account_created', 'signed_in', 'sign_in_failed', 'signed_out', 'session_ended', 'sessions_ended', 'password_changed', 'password_reset_requested', 'password_reset', 'password_confirmed', 'email_link_requested', 'email_proved', 'second_factor_added', 'second_factor_failed', 'second_factor_removed', 'recovery_codes_made', 'recovery_code_used', 'operator_made', 'workspace_invitation_made', 'workspace_invitation_cancelled', 'workspace_opened', 'workspace_suspended', 'workspace_resumed', 'workspace_plan_changed', 'workspace_limits_changed', 'workspace_deletion_scheduled', 'workspace_deletion_cancelled', 'workspace_deleted', 'installation_limits_changed', 'unroutable_webhook_given', 'unroutable_webhook_ignored', 'job_retried', 'backup_restored', 'sending_started'))
);
--> statement-breakpoint
CREATE TABLE "known_devices" (
	"device_hash" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"last_used_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"email" text NOT NULL,
	"user_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "mail_link_purpose_listed" CHECK ("mail_links"."purpose" in ('sign_up', 'sign_in', 'prove_email'))
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"user_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "recovery_codes_user_id_code_hash_pk" PRIMARY KEY("user_id","code_hash")
);
--> statement-breakpoint
CREATE TABLE "second_factors" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"last_step" bigint
);
--> statement-breakpoint
ALTER TABLE "consent_records" DROP CONSTRAINT "consent_basis_listed";--> statement-breakpoint
ALTER TABLE "consent_records" ADD COLUMN "by_user_id" uuid;--> statement-breakpoint
ALTER TABLE "consent_records" ADD COLUMN "agreed_by" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "id" uuid DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "last_seen_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "method" text DEFAULT 'password' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "user_agent" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "network" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "second_factor_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "password_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "email_proved_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "operator_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "stray_webhooks" ADD COLUMN "handled_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "suspended_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "delete_after" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "workspace_invitations" ADD CONSTRAINT "workspace_invitations_invited_by_users_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workspace_limits" ADD CONSTRAINT "workspace_limits_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "known_devices" ADD CONSTRAINT "known_devices_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_links" ADD CONSTRAINT "mail_links_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "workspace_invitations_open" ON "workspace_invitations" USING btree (lower("email")) WHERE "workspace_invitations"."accepted_at" is null and "workspace_invitations"."cancelled_at" is null;--> statement-breakpoint
CREATE INDEX "workspace_invitations_recent" ON "workspace_invitations" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "account_events_recent" ON "account_events" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "account_events_of_user" ON "account_events" USING btree ("user_id","at");--> statement-breakpoint
CREATE INDEX "known_devices_user" ON "known_devices" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "mail_links_user" ON "mail_links" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "mail_links_old" ON "mail_links" USING btree ("expires_at");--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_id_unique" UNIQUE("id");--> statement-breakpoint
ALTER TABLE "consent_records" ADD CONSTRAINT "consent_means_listed" CHECK ("consent_records"."agreed_by" in ('in_person', 'by_phone', 'web_form', 'on_paper', 'by_message'));--> statement-breakpoint
ALTER TABLE "consent_records" ADD CONSTRAINT "consent_basis_listed" CHECK ("consent_records"."basis" in ('notice_played', 'caller_texted_first', 'public_notice_attested', 'person_decided', 'member_attested'));--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "session_method_listed" CHECK ("sessions"."method" in ('password', 'email_link', 'google', 'account_created', 'password_reset'));