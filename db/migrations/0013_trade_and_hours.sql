ALTER TABLE "workspace_invitations" DROP CONSTRAINT "workspace_invitation_mail_listed";--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "trade" text;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "opening_hours" jsonb;--> statement-breakpoint
ALTER TABLE "workspace_invitations" ADD CONSTRAINT "workspace_invitation_mail_listed" CHECK ("workspace_invitations"."mail" in ('waiting', 'sent', 'failed', 'not_configured', 'copied'));--> statement-breakpoint
ALTER TABLE "workspaces" ADD CONSTRAINT "trade_listed" CHECK ("workspaces"."trade" in ('plumbing', 'dental', 'salon', 'law', 'other'));