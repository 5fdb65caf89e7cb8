import { and, eq, isNull, sql } from "drizzle-orm";
import { optOuts } from "@/db/schema/consent";
import { leads } from "@/db/schema/leads";
import { users } from "@/db/schema/people";
import { excludedNumbers } from "@/db/schema/phone";
import { withWorkspace } from "@/db/tenant";
import { NotFound } from "@/lib/errors";
import { cardColumns, type LeadCard, readLeadContext, toCard } from "./lead-cards";
import { isUuid } from "./uuid";

export type LeadDetails = LeadCard & {
  address: string | null;
  source: "missed_call" | "text" | "manual";
  ai: "on" | "paused" | "off";
  createdAt: Date;
  now: Date;
  /** Open opt-out: since when, how, by whom of the team. */
  optOut: { at: Date; source: (typeof optOuts.$inferSelect)["source"]; by: string | null } | null;
  blockedBy: string | null;
};

/**
 * One lead with what its page shows beside the timeline.
 * @throws NotFound for a lead that is not of this workspace.
 */
export async function getLead(workspaceId: string, leadId: string): Promise<LeadDetails> {
  if (!isUuid(leadId)) throw new NotFound("The lead");
  return withWorkspace(workspaceId, async (tx) => {
    const context = await readLeadContext(tx, workspaceId);
    const [row] = await tx
      .select({
        ...cardColumns(context),
        address: leads.address,
        source: leads.source,
        createdAt: leads.createdAt,
        optOut: { at: optOuts.createdAt, source: optOuts.source },
        optOutBy: sql<string | null>`(select u.name from ${users} u where u.id = ${optOuts.byUserId})`,
        blockedBy: sql<string | null>`(select u.name from ${users} u where u.id = ${excludedNumbers.addedBy})`,
      })
      .from(leads)
      .leftJoin(
        optOuts,
        and(
          eq(optOuts.workspaceId, leads.workspaceId),
          eq(optOuts.callerHash, sql`caller_hash(${context.optOutKey}, ${leads.callerE164})`),
          isNull(optOuts.reopenedAt),
        ),
      )
      .leftJoin(
        excludedNumbers,
        and(
          eq(excludedNumbers.workspaceId, leads.workspaceId),
          eq(excludedNumbers.e164, leads.callerE164),
          eq(excludedNumbers.kind, "blocked"),
        ),
      )
      .where(and(eq(leads.workspaceId, workspaceId), eq(leads.id, leadId)));
    if (!row) throw new NotFound("The lead");
    const { optOutBy, optOut, address, source, createdAt, blockedBy } = row;
    const own = { address, source, createdAt, blockedBy, ai: row.ai, now: context.now };
    return { ...toCard(row, context), ...own, optOut: optOut && { ...optOut, by: optOutBy } };
  });
}
