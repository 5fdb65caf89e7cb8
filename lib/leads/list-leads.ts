import { and, asc, desc, sql } from "drizzle-orm";
import { leads } from "@/db/schema/leads";
import { withWorkspace } from "@/db/tenant";
import { decodeCursor, encodeCursor } from "./cursor";
import { cardColumns, type LeadCard, type LeadFilter, readLeadContext, toCard, whereLeads } from "./lead-cards";

export type LeadPage = { now: Date; cards: LeadCard[]; next: string | null; unmatched: number };

type Wanted = { filter: LeadFilter; oldestFirst?: boolean; cursor?: string; size?: number };

const PAGE = 50;

/** Leads by their latest activity, a page at a time. */
export function listLeads(workspaceId: string, wanted: Wanted): Promise<LeadPage> {
  const { filter, oldestFirst = false, size = PAGE } = wanted;
  const from = decodeCursor(wanted.cursor);
  return withWorkspace(workspaceId, async (tx) => {
    const context = await readLeadContext(tx, workspaceId);
    const key = sql`(${leads.lastActivityAt}, ${leads.id})`;
    const last = from && sql`(${from.at.toISOString()}::timestamptz, ${from.id}::uuid)`;
    const order = oldestFirst ? asc : desc;
    const rows = await tx
      .select(cardColumns(context))
      .from(leads)
      .where(
        and(
          whereLeads(workspaceId, filter),
          last ? (oldestFirst ? sql`${key} > ${last}` : sql`${key} < ${last}`) : undefined,
        ),
      )
      .orderBy(order(leads.lastActivityAt), order(leads.id))
      .limit(size + 1);
    const cards = rows.slice(0, size).map((row) => toCard(row, context));
    const end = rows.length > size ? cards.at(-1) : undefined;
    const next = end ? encodeCursor({ at: end.lastActivityAt, id: end.id }) : null;
    return { now: context.now, cards, next, unmatched: context.unmatched };
  });
}
