import { and, asc, desc, type SQL, sql } from "drizzle-orm";
import { leads } from "@/db/schema/leads";
import { type Tx, withWorkspace } from "@/db/tenant";
import { decodeCursor, encodeCursor } from "./cursor";
import { type LeadCard, readCards, readLeadContext } from "./lead-cards";
import { callersFound, isSearched, type LeadFilter, READ_IN_ORDER, whereLeads } from "./lead-filter";
import { type SearchPatterns, searchPatterns } from "./search-patterns";

export type LeadPage = { now: Date; cards: LeadCard[]; next: string | null; unmatched: number };

type Wanted = { filter: LeadFilter; oldestFirst?: boolean; cursor?: string; size?: number };

const PAGE = 50;

/** Leads by their latest activity, a page at a time. */
export function listLeads(workspaceId: string, wanted: Wanted): Promise<LeadPage> {
  const { filter, oldestFirst = false, size = PAGE } = wanted;
  const list = listOf(workspaceId, wanted, oldestFirst ? asc : desc);
  return withWorkspace(workspaceId, async (tx) => {
    const context = await readLeadContext(tx, workspaceId);
    const search = searchPatterns(filter.search);
    const ids = await (search ? findIds({ tx, list, search, most: size + 1 }) : firstIds(tx, list, size + 1));
    const cards = await readCards({ tx, workspaceId, context, ids: ids.slice(0, size) });
    const end = ids.length > size ? cards.at(-1) : undefined;
    const next = end ? encodeCursor({ at: end.lastActivityAt, id: end.id }) : null;
    return { now: context.now, cards, next, unmatched: context.unmatched };
  });
}

type List = { workspaceId: string; where: SQL | undefined; order: SQL };

function listOf(workspaceId: string, { filter, cursor }: Wanted, direction: typeof asc): List {
  const from = decodeCursor(cursor);
  const key = sql`(${leads.lastActivityAt}, ${leads.id})`;
  const last = from && sql`(${from.at.toISOString()}::timestamptz, ${from.id}::uuid)`;
  const past = last ? (direction === asc ? sql`${key} > ${last}` : sql`${key} < ${last}`) : undefined;
  return {
    workspaceId,
    where: and(whereLeads(workspaceId, filter), past),
    order: sql`${direction(leads.lastActivityAt)}, ${direction(leads.id)}`,
  };
}

async function firstIds(tx: Tx, { where, order }: List, most: number): Promise<string[]> {
  const rows = await tx.select({ id: leads.id }).from(leads).where(where).orderBy(order).limit(most);
  return rows.map(({ id }) => id);
}

type Asked = { tx: Tx; list: List; search: SearchPatterns; most: number };

async function findIds({ tx, list, search, most }: Asked): Promise<string[]> {
  const { workspaceId, where, order } = list;
  const [read] = await tx.execute<{ seen: number; ids: string }>(sql`
    with leads as materialized (
      select ${leads.id}, ${leads.lastActivityAt}, ${isSearched(search)} as hit from ${leads}
      where ${where} order by ${order} limit ${READ_IN_ORDER}
    )
    select (select count(*)::int from leads) as seen,
      array_to_string(array(select ${leads.id} from leads where hit order by ${order} limit ${most}), ',') as ids`);
  const hits = read?.ids ? read.ids.split(",") : [];
  if (hits.length >= most || !read || read.seen < READ_IN_ORDER) return hits;
  const found = sql`${leads.callerE164} in (${callersFound(workspaceId, search, "names and needs")})`;
  return firstIds(tx, { ...list, where: and(where, found) }, most);
}
