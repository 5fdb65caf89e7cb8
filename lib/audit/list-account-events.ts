import { sql } from "drizzle-orm";
import type { AccountEventKind } from "@/db/enums";
import { lookUp } from "@/db/tenant";

export type ListedAccountEvent = {
  id: string;
  kind: AccountEventKind;
  network: string;
  msAgo: number;
  details: Record<string, string | number | boolean | null>;
};

/** What happened to a person's account last, newest first. */
export async function listAccountEvents(userId: string, most: number): Promise<ListedAccountEvent[]> {
  const rows = await lookUp<Omit<ListedAccountEvent, "msAgo"> & { msAgo: string }>(sql`
    select id, kind, network, details, greatest(0, extract(epoch from app_now() - at) * 1000)::bigint as "msAgo"
    from account_events where user_id = ${userId} order by at desc, id desc limit ${most}`);
  return rows.map((row) => ({ ...row, msAgo: Number(row.msAgo) }));
}
