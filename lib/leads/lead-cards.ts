import { and, eq, isNotNull, type SQL, sql } from "drizzle-orm";
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

export type LeadFilter = {
  stage?: Stage;
  needsYou?: boolean;
  /** A name, a job, a number or its last digits. */
  search?: string;
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

/** The conditions of a filter. `workspace_id` is always among them. */
export function whereLeads(workspaceId: string, { stage, needsYou, search }: LeadFilter): SQL | undefined {
  return and(
    eq(leads.workspaceId, workspaceId),
    stage ? eq(leads.stage, stage) : undefined,
    needsYou ? needsSomebody : undefined,
    search?.trim() ? matches(search.trim()) : undefined,
  );
}

/** A reply is owed, or something asks for a person. */
export const needsSomebody = sql`(${isNotNull(leads.waitingSince)} or ${isNotNull(leads.needsAttention)})`;

function matches(search: string): SQL {
  const words = `%${search.slice(0, 100).replace(/[\\%_]/g, "\\$&")}%`;
  const byWords = sql`${leads.name} ilike ${words} or ${leads.need} ilike ${words}`;
  const digits = search.replace(/\D/g, "");
  const isNumber = digits.length >= 3 && /^[\d\s().+-]+$/.test(search);
  return isNumber ? sql`(${byWords} or ${leads.callerE164} like ${`%${digits}%`})` : sql`(${byWords})`;
}
