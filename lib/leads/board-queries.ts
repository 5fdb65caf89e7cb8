import type { Stage } from "@/db/enums";
import { withWorkspace } from "@/db/tenant";
import { type BoardStage, readFilteredStages, readStages } from "./board-stages";
import { countLeads } from "./count-leads";
import { type LeadCard, readCards, readLeadContext } from "./lead-cards";
import { type LeadFilter, whereLeads } from "./lead-filter";

export type Column = Omit<BoardStage, "latest" | "valueCents"> & {
  /** Null when not all of them were counted. */
  valueCents: number | null;
  cards: LeadCard[];
};

export type Board = {
  now: Date;
  columns: Column[];
  /** New, talking and quoted, whatever the filter. */
  open: { count: number; more: boolean; valueCents: number };
  /** Up to one more than `COUNTED`. */
  needsYou: number;
  /** Texts in the unmatched tray. */
  unmatched: number;
  /** The leads of all columns, whatever the filter: no more than `COUNTED` of each. */
  all: number;
};

const OPEN_STAGES: readonly Stage[] = ["new", "talking", "quoted"];

/** The board: each stage's latest leads, and how many and how much there is. A few statements, whatever its size. */
export function readBoard(workspaceId: string, filter: Omit<LeadFilter, "stage"> = {}): Promise<Board> {
  return withWorkspace(workspaceId, async (tx) => {
    const context = await readLeadContext(tx, workspaceId);
    const isFiltered = filter.needsYou === true || Boolean(filter.search?.trim());
    const all = await readStages(tx, workspaceId);
    const shown = isFiltered ? await readFilteredStages({ tx, workspaceId, filter }) : all;
    const cards = await readCards({ tx, workspaceId, context, ids: shown.flatMap(({ latest }) => latest) });
    const open = all.filter(({ stage }) => OPEN_STAGES.includes(stage));
    return {
      now: context.now,
      columns: shown.map(({ stage, count, more, valueCents }) => ({
        ...{ stage, count, more },
        valueCents: isFiltered && more ? null : valueCents,
        cards: cards.filter((card) => card.stage === stage),
      })),
      open: {
        count: sum(open.map(({ count }) => count)),
        more: open.some(({ more }) => more),
        valueCents: sum(open.map(({ valueCents }) => valueCents)),
      },
      needsYou: await countLeads(tx, whereLeads(workspaceId, { needsYou: true })),
      unmatched: context.unmatched,
      all: sum(all.map(({ count }) => count)),
    };
  });
}

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);
