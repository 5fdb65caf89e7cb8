import { and, eq, isNull } from "drizzle-orm";
import { leadEvents, messages } from "@/db/schema/leads";
import { withWorkspace } from "@/db/tenant";
import { releasePersonText } from "@/lib/billing/person-texts";
import { announce } from "@/lib/changes";
import { NotFound } from "@/lib/errors";
import { lockSlot } from "@/lib/leads/caller-slot";
import { isUuid } from "@/lib/leads/uuid";
import { textCents } from "@/lib/phone/costs";
import { readThreadAgain } from "./read-thread-again";

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
      .returning({ to: messages.toE164, segments: messages.segments, createdAt: messages.createdAt });
    const [taken] = deleted;
    if (!taken) return null;
    await tx
      .delete(leadEvents)
      .where(and(eq(leadEvents.workspaceId, workspaceId), eq(leadEvents.messageId, messageId)));
    await readThreadAgain(tx, workspaceId, text.leadId);
    const cents = textCents(taken.to, taken.segments);
    await releasePersonText({ tx, workspaceId, now: taken.createdAt, cents });
    return text.leadId;
  });
  if (undone) await announce(workspaceId, { kind: "lead", id: undone });
  return undone !== null;
}
