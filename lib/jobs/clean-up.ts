import { sql } from "drizzle-orm";
import { lookUp } from "@/db/tenant";
import { forgetExpired } from "@/lib/auth/forget-expired";
import { forgetSilentWorkers } from "@/lib/health/heartbeat";
import { deleteDueWorkspaces } from "@/lib/operator/delete-workspace";

/** Raw webhooks carry callers' numbers: thirty days are enough to explain any of them (compliance rule 16). */
const KEEP_WEBHOOKS = "30 days";
/** Sign-ins and operators' acts: two years, so that what happened to an account can be explained. */
const KEEP_ACCOUNT_EVENTS = "24 months";

export async function cleanUp(): Promise<void> {
  await lookUp(sql`select forget_webhooks(${KEEP_WEBHOOKS}::interval)`);
  await lookUp(sql`delete from stray_webhooks where created_at < (select app_now()) - ${KEEP_WEBHOOKS}::interval`);
  await lookUp(sql`delete from mailbox where created_at < (select app_now()) - ${KEEP_WEBHOOKS}::interval`);
  await lookUp(sql`select forget_account_events(${KEEP_ACCOUNT_EVENTS}::interval)`);
  await forgetExpired();
  await forgetSilentWorkers();
  await deleteDueWorkspaces();
}
