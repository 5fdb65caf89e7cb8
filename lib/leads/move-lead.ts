import { and, desc, eq } from "drizzle-orm";
import type { Stage } from "@/db/enums";
import { leadEvents, leads } from "@/db/schema/leads";
import { type Tx, withWorkspace } from "@/db/tenant";
import { announce } from "@/lib/changes";
import { appNow } from "@/lib/clock";
import { NotFound } from "@/lib/errors";
import { isUuid } from "./uuid";

export type Move = {
  workspaceId: string;
  userId: string;
  leadId: string;
  to: Stage;
  amountCents?: number;
  bookedFor?: Date;
  lostReason?: string;
};

/** What a move changed, for the way back. */
export type Moved = {
  eventId: string;
  name: string | null;
  callerE164: string;
  from: Stage;
  before: { valueCents: number | null; bookedFor: Date | null; lostReason: string | null };
};

type Lead = typeof leads.$inferSelect;

/**
 * Moves a lead to a stage by a person's decision. Null when it is there already and nothing new was said about it.
 * @throws NotFound for a lead that is not of this workspace.
 */
export async function moveLead(move: Move): Promise<Moved | null> {
  const { workspaceId, leadId } = move;
  const moved = await withWorkspace(workspaceId, async (tx) => {
    const lead = await lockLead(tx, workspaceId, leadId);
    const details = detailsOf(move);
    if (lead.stage === move.to && Object.keys(details).length === 0) return null;
    await tx
      .update(leads)
      .set({ stage: move.to, ...(move.to === "lost" ? {} : { lostReason: null }), ...details })
      .where(one(workspaceId, leadId));
    const eventId = await recordMove(tx, move, lead);
    const { name, callerE164, stage: from, valueCents, bookedFor, lostReason } = lead;
    return { eventId, name, callerE164, from, before: { valueCents, bookedFor, lostReason } };
  });
  if (moved) await announce(workspaceId, { kind: "lead", id: leadId });
  return moved;
}

/**
 * Takes a move back as if it had not been: a booking made by a slip of the thumb is in no count. False when the lead has
 * moved on since.
 * @throws NotFound for a lead that is not of this workspace.
 */
export async function undoMove(
  undo: { workspaceId: string; leadId: string } & Pick<Moved, "eventId" | "before">,
): Promise<boolean> {
  const { workspaceId, leadId, eventId, before } = undo;
  const undone = await withWorkspace(workspaceId, async (tx) => {
    await lockLead(tx, workspaceId, leadId);
    const [last] = await tx
      .select({ id: leadEvents.id, from: leadEvents.fromStage, by: leadEvents.actorUserId })
      .from(leadEvents)
      .where(
        and(eq(leadEvents.workspaceId, workspaceId), eq(leadEvents.leadId, leadId), eq(leadEvents.kind, "stage_moved")),
      )
      .orderBy(desc(leadEvents.at), desc(leadEvents.id))
      .limit(1);
    if (last?.id !== eventId || !last.from || !last.by) return false;
    await tx.delete(leadEvents).where(and(eq(leadEvents.workspaceId, workspaceId), eq(leadEvents.id, eventId)));
    await tx
      .update(leads)
      .set({ stage: last.from, ...before })
      .where(one(workspaceId, leadId));
    return true;
  });
  if (undone) await announce(workspaceId, { kind: "lead", id: leadId });
  return undone;
}

function one(workspaceId: string, leadId: string) {
  return and(eq(leads.workspaceId, workspaceId), eq(leads.id, leadId));
}

async function lockLead(tx: Tx, workspaceId: string, leadId: string): Promise<Lead> {
  const [lead] = isUuid(leadId) ? await tx.select().from(leads).where(one(workspaceId, leadId)).for("update") : [];
  if (!lead) throw new NotFound("The lead");
  return lead;
}

function detailsOf({ to, amountCents, bookedFor, lostReason }: Move) {
  return {
    ...(amountCents === undefined ? {} : { valueCents: amountCents }),
    ...(to === "booked" && bookedFor ? { bookedFor } : {}),
    ...(to === "lost" && lostReason ? { lostReason } : {}),
  };
}

/** A booking carries the amount a person has entered, now or before: money booked is counted from these. */
async function recordMove(tx: Tx, move: Move, lead: Lead): Promise<string> {
  const { workspaceId, userId, leadId, to } = move;
  const [event] = await tx
    .insert(leadEvents)
    .values({
      workspaceId,
      leadId,
      kind: "stage_moved",
      at: await appNow(tx),
      actorUserId: userId,
      fromStage: lead.stage,
      toStage: to,
      amountCents: move.amountCents ?? (to === "booked" ? lead.valueCents : null),
      note: to === "lost" ? (move.lostReason ?? null) : null,
    })
    .returning({ id: leadEvents.id });
  if (!event) throw new Error("A move was not recorded");
  return event.id;
}
