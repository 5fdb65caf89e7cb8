import { sql } from "drizzle-orm";
import { leads, messages } from "@/db/schema/leads";
import type { Tx } from "@/db/tenant";

/** What the lead remembers of its thread, from the texts that stand: one that did not go was not an answer. */
export async function readThreadAgain(tx: Tx, workspaceId: string, leadId: string): Promise<void> {
  await tx.execute(sql`
    with thread as (
      select body, author, created_at from ${messages}
      where workspace_id = ${workspaceId} and lead_id = ${leadId} and status <> 'failed'
    ), owed as (
      select min(created_at) as since from thread
      where author = 'caller' and created_at > coalesce(
        (select max(created_at) from thread where author in ('member', 'ai')), '-infinity')
    )
    update ${leads} l set
      last_text = last.body,
      last_text_author = last.author,
      last_outbound_at = (select max(created_at) from thread where author <> 'caller'),
      last_exchange_at = (select max(created_at) from thread where author <> 'automatic'),
      waiting_since = owed.since,
      conversation = case when owed.since is null then l.conversation else 'needs_you' end
    from owed left join lateral (select body, author from thread order by created_at desc limit 1) last on true
    where l.workspace_id = ${workspaceId} and l.id = ${leadId}`);
}
