import { count, desc, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { STAGES, type Stage } from "@/db/enums";
import { leads } from "@/db/schema/leads";
import { type Tx, withWorkspace } from "@/db/tenant";
import {
  cardColumns,
  type LeadCard,
  type LeadFilter,
  needsSomebody,
  readLeadContext,
  toCard,
  whereLeads,
} from "./lead-cards";

export type Column = { stage: Stage; count: number; valueCents: number; cards: LeadCard[] };

export type Board = {
  now: Date;
  columns: Column[];
  /** New, talking and quoted, whatever the filter. */
  open: { count: number; valueCents: number };
  needsYou: number;
  /** Texts in the unmatched tray. */
  unmatched: number;
  /** Every lead there is, whatever the filter. */
  all: number;
};

const CARDS_PER_STAGE = 20;
const OPEN_STAGES: readonly Stage[] = ["new", "talking", "quoted"];

/** The board: each stage's latest leads, and how many and how much there is. Three statements, whatever its size. */
export function readBoard(workspaceId: string, filter: Omit<LeadFilter, "stage"> = {}): Promise<Board> {
  return withWorkspace(workspaceId, async (tx) => {
    const context = await readLeadContext(tx, workspaceId);
    const latest = (stage: Stage) =>
      tx
        .select(cardColumns(context))
        .from(leads)
        .where(whereLeads(workspaceId, { ...filter, stage }))
        .orderBy(desc(leads.lastActivityAt), desc(leads.id))
        .limit(CARDS_PER_STAGE);
    const rows = await unionAll(latest("new"), latest("talking"), latest("quoted"), latest("booked"), latest("lost"));
    const totals = await readTotals(tx, workspaceId, filter);
    const { now, unmatched } = context;
    const columns = STAGES.map((stage): Column => {
      const total = totals.find((row) => row.stage === stage);
      const cards = rows.filter((row) => row.stage === stage).map((row) => toCard(row, context));
      return { stage, count: total?.shown ?? 0, valueCents: total?.shownCents ?? 0, cards };
    });
    const stillOpen = totals.filter((row) => OPEN_STAGES.includes(row.stage));
    return {
      now,
      columns,
      open: { count: total(stillOpen, "all"), valueCents: total(stillOpen, "allCents") },
      needsYou: total(totals, "needsYou"),
      unmatched,
      all: total(totals, "all"),
    };
  });
}

type Totals = { stage: Stage; all: number; allCents: number; shown: number; shownCents: number; needsYou: number };

function readTotals(tx: Tx, workspaceId: string, filter: LeadFilter): Promise<Totals[]> {
  const shown = whereLeads(workspaceId, filter);
  const cents = sql`coalesce(sum(${leads.valueCents})`;
  return tx
    .select({
      stage: leads.stage,
      all: count(),
      allCents: sql<number>`${cents}, 0)`.mapWith(Number),
      shown: sql<number>`count(*) filter (where ${shown})`.mapWith(Number),
      shownCents: sql<number>`${cents} filter (where ${shown}), 0)`.mapWith(Number),
      needsYou: sql<number>`count(*) filter (where ${needsSomebody})`.mapWith(Number),
    })
    .from(leads)
    .where(whereLeads(workspaceId, {}))
    .groupBy(leads.stage);
}

function total(rows: Totals[], key: Exclude<keyof Totals, "stage">): number {
  return rows.reduce((sum, row) => sum + row[key], 0);
}
