import { and, eq, sql } from "drizzle-orm";
import type { Stage } from "@/db/enums";
import { callerSlots } from "@/db/schema/calls";
import { optOuts } from "@/db/schema/consent";
import { leads, messages } from "@/db/schema/leads";
import { excludedNumbers } from "@/db/schema/phone";
import { recoverySettings, workspaces } from "@/db/schema/workspaces";
import type { Tx } from "@/db/tenant";
import { type TurnVerdict, turnOf } from "./turn";

/** What a list shows of a lead. */
export type LeadCard = {
  id: string;
  callerE164: string;
  name: string | null;
  need: string | null;
  valueCents: number | null;
  stage: Stage;
  bookedFor: Date | null;
  lostReason: string | null;
  urgent: boolean;
  needsAttention: string | null;
  deliveryProblem: string | null;
  callCount: number;
  lastText: string | null;
  lastTextAuthor: "automatic" | "ai" | "member" | "caller" | null;
  lastOutboundAt: Date | null;
  lastActivityAt: Date;
  replied: boolean;
  optedOut: boolean;
  blocked: boolean;
  landline: boolean;
  turn: TurnVerdict;
};

/** What every lead of a workspace is judged against. */
export type LeadContext = {
  now: Date;
  optOutKey: string;
  quietAfterDays: number;
  /** Texts in the unmatched tray. */
  unmatched: number;
};

export async function readLeadContext(tx: Tx, workspaceId: string): Promise<LeadContext> {
  const [row] = await tx
    .select({
      now: sql<Date>`app_now()`.mapWith(leads.createdAt),
      optOutKey: workspaces.optOutKey,
      quietAfterDays: recoverySettings.quietAfterDays,
      unmatched: sql<number>`(select count(*) from ${messages} m where m.workspace_id = ${workspaceId}
        and m.lead_id is null)`.mapWith(Number),
    })
    .from(workspaces)
    .innerJoin(recoverySettings, eq(recoverySettings.workspaceId, workspaces.id))
    .where(eq(workspaces.id, workspaceId));
  if (!row) throw new Error("The workspace has no settings");
  return row;
}

const columns = {
  id: leads.id,
  callerE164: leads.callerE164,
  name: leads.name,
  need: leads.need,
  valueCents: leads.valueCents,
  stage: leads.stage,
  bookedFor: leads.bookedFor,
  lostReason: leads.lostReason,
  urgent: leads.urgent,
  needsAttention: leads.needsAttention,
  deliveryProblem: leads.deliveryProblem,
  callCount: leads.callCount,
  lastText: leads.lastText,
  lastTextAuthor: leads.lastTextAuthor,
  lastOutboundAt: leads.lastOutboundAt,
  lastActivityAt: leads.lastActivityAt,
  firstReplyAt: leads.firstReplyAt,
  waitingSince: leads.waitingSince,
  ai: leads.ai,
};

/**
 * The columns of a card, with what is true of the caller rather than of the lead. The outer table is spelt out: Drizzle
 * leaves a column's table away in a select from one table, and inside a subquery that means another column.
 */
export function cardColumns({ optOutKey }: LeadContext) {
  return {
    ...columns,
    optedOut: sql<boolean>`exists (select 1 from ${optOuts} o where o.workspace_id = leads.workspace_id
      and o.caller_hash = caller_hash(${optOutKey}, leads.caller_e164) and o.reopened_at is null)`,
    blocked: sql<boolean>`exists (select 1 from ${excludedNumbers} x where x.workspace_id = leads.workspace_id
      and x.e164 = leads.caller_e164 and x.kind = 'blocked')`,
    landline: sql<boolean>`exists (select 1 from ${callerSlots} s where s.workspace_id = leads.workspace_id
      and s.caller_e164 = leads.caller_e164 and s.line_type = 'landline')`,
  };
}

type CardRow = Omit<LeadCard, "turn" | "replied"> & {
  firstReplyAt: Date | null;
  waitingSince: Date | null;
  ai: "on" | "paused" | "off";
};

export function toCard(row: CardRow, { now, quietAfterDays }: LeadContext): LeadCard {
  const { firstReplyAt, waitingSince, ai, ...card } = row;
  const turn = turnOf({
    canBeTexted: !(row.optedOut || row.blocked || row.landline),
    aiReplying: ai === "on" && waitingSince !== null,
    waitingSince,
    lastOutboundAt: row.lastOutboundAt,
    lastActivityAt: row.lastActivityAt,
    quietAfterDays,
    now,
  });
  return { ...card, replied: firstReplyAt !== null, turn };
}

/** The cards of these leads, in this order; whoever is not of this workspace is left out. */
export async function readCards({ tx, workspaceId, context, ids }: Cards): Promise<LeadCard[]> {
  const rows = await tx
    .select(cardColumns(context))
    .from(leads)
    .where(and(eq(leads.workspaceId, workspaceId), sql`${leads.id} = any(${`{${ids}}`}::uuid[])`));
  const cards = new Map(rows.map((row) => [row.id, toCard(row, context)]));
  return ids.flatMap((id) => cards.get(id) ?? []);
}

type Cards = { tx: Tx; workspaceId: string; context: LeadContext; ids: string[] };
