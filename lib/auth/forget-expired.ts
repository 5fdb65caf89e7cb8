import { sql } from "drizzle-orm";
import { lookUp } from "@/db/tenant";

/** Deletes what only cost space: windows long past, sessions long over, links nobody can use any more. */
export async function forgetExpired(): Promise<void> {
  await lookUp(sql`delete from rate_limits where window_start < (select app_now()) - interval '2 hours'`);
  await lookUp(sql`delete from password_resets where expires_at < (select app_now()) - interval '7 days'`);
  await lookUp(sql`delete from known_devices where last_used_at < (select app_now()) - interval '400 days'`);
  await lookUp(sql`delete from mail_links where expires_at < (select app_now()) - interval '1 day'`);
  await lookUp(sql`delete from workspace_invitations
    where accepted_at is null and expires_at < (select app_now()) - interval '30 days'`);
  await lookUp(sql`delete from sessions
    where expires_at < (select app_now()) - interval '7 days' or revoked_at < (select app_now()) - interval '30 days'`);
}
