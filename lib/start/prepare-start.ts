import { sql } from "drizzle-orm";
import { assertSafeRole, lookUp } from "@/db/tenant";
import { env } from "@/lib/env";
import { Refusal } from "@/lib/errors";

/**
 * What web and worker make sure of before they take any work.
 * @throws Refusal with what the operator has to change.
 */
export async function prepareStart(): Promise<void> {
  const { TWILIO_ACCOUNT_SID, TWILIO_API_URL } = env();
  await assertSafeRole();
  await requireTables();
  if (TWILIO_ACCOUNT_SID && !TWILIO_API_URL) await noteRealCredentials();
}

async function requireTables(): Promise<void> {
  const [found] = await lookUp<{ ready: boolean }>(sql`select to_regclass('installation') is not null as ready`);
  if (!found?.ready) throw new Refusal("The database is not up to date. Run: npm run db:migrate");
}

/** The demo's callers are made up, its people's password is public and its clock can be moved: no real account goes with it. */
async function noteRealCredentials(): Promise<void> {
  const demo = await lookUp(sql`select 1 from app_clock`);
  if (demo.length > 0) {
    throw new Refusal(
      "This database holds the demo, whose made-up callers your Twilio account would text. Point DATABASE_URL at an empty " +
        "database, or set TWILIO_API_URL to the local carrier.",
    );
  }
  await lookUp(sql`update installation set real_credentials_at = app_now() where real_credentials_at is null`);
}
