ALTER TABLE "calls" ADD COLUMN "hung_up_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "opt_outs" ADD COLUMN "asked_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL;