ALTER TABLE "calls" ADD COLUMN "hung_up_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "calls" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "calls" SET "hung_up_at" = "decide_at" - interval '3 seconds' WHERE "decide_at" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "calls" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "opt_outs" ADD COLUMN "asked_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL;--> statement-breakpoint
ALTER TABLE "opt_outs" ALTER COLUMN "asked_at" TYPE timestamp (3) with time zone USING coalesce("reopened_at", "created_at");
