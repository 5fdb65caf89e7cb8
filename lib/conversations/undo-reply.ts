import { and, eq, isNull, sql } from "drizzle-orm";
import { leadEvents, leads, messages } from "@/db/schema/leads";
import { type Tx, withWorkspace } from "@/db/tenant";
import { announce } from "@/lib/changes";
import { NotFound } from "@/lib/errors";
import { lockSlot } from "@/lib/leads/caller-slot";
import { isUuid } from "@/lib/leads/uuid";

/**
 * Takes a member's text back while it still waits, as if it had never been written. Says whether it could: a text that
 * a worker has claimed is on its way.
 * @throws NotFound for a text that is not of this workspace.
 */
export async function undoReply(by: { workspaceId: string; messageId: string }): Promise<boolean> {
  const { workspaceId, messageId } = by;
  if (!isUuid(messageId)) throw new NotFound("The text");
  const undone = await withWorkspace(workspaceId, async (tx) => {
    const [text] = await tx
      .select({ leadId: messages.leadId, to: messages.toE164 })
      .from(messages)
      .where(and(eq(messages.workspaceId, workspaceId), eq(messages.id, messageId), eq(messages.author, "member")));
    if (!text?.leadId) throw new NotFound("The text");
    await lockSlot(tx, workspaceId, text.to);
    const deleted = await tx
      .delete(messages)
      .where(
        and(
          eq(messages.workspaceId, workspaceId),
          eq(messages.id, messageId),
          eq(messages.status, "queued"),
          isNull(messages.firstRequestedAt),
        ),
      )
      .returning({ id: messages.id });
    if (deleted.length === 0) return null;
    await tx
      .delete(leadEvents)
      .where(and(eq(leadEvents.workspaceId, workspaceId), eq(leadEvents.messageId, messageId)));
    await readThreadAgain(tx, workspaceId, text.leadId);
    return text.leadId;
  });
  if (undone) await announce(workspaceId, { kind: "lead", id: undone });
  return undone !== null;
}

/** What the lead remembers of its thread, from the texts that are left. */
async function readThreadAgain(tx: Tx, workspaceId: string, leadId: string): Promise<void> {
  await tx.execute(sql`
    with thread as (
      select body, author, created_at from ${messages}
      where workspace_id = ${workspaceId} and lead_id = ${leadId}
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
