import { sql } from "drizzle-orm";
import { lookUp } from "@/db/tenant";

/** Whether texts and mails wait for an operator, as they do in a database that was restored from a backup. */
export async function sendingStopped(): Promise<boolean> {
  const rows = await lookUp(sql`select 1 from installation where sending_stopped_at is not null`);
  return rows.length > 0;
}
