import { and, desc, eq, sql } from "drizzle-orm";
import { leadEvents, leads } from "@/db/schema/leads";
import { type Tx, withWorkspace } from "@/db/tenant";
import { announce } from "@/lib/changes";
import { appNow } from "@/lib/clock";
import { NotFound } from "@/lib/errors";
import { isUuid } from "./uuid";

/** What people know about a lead. Null empties a fact, undefined leaves it. */
export type LeadFacts = {
  name?: string | null;
  need?: string | null;
  address?: string | null;
  valueCents?: number | null;
};

type Edit = { workspaceId: string; userId: string; leadId: string; facts: LeadFacts };

/**
 * Writes down what a person knows about a lead. A new name is told on the timeline.
 * @throws NotFound for a lead that is not of this workspace.
 */
export async function editLead({ workspaceId, userId, leadId, facts }: Edit): Promise<void> {
  if (!isUuid(leadId)) throw new NotFound("The lead");
  const one = and(eq(leads.workspaceId, workspaceId), eq(leads.id, leadId));
  await withWorkspace(workspaceId, async (tx) => {
    const [lead] = await tx.select().from(leads).where(one).for("update");
    if (!lead) throw new NotFound("The lead");
    const changes = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
    if (Object.keys(changes).length === 0) return;
    await tx.update(leads).set(changes).where(one);
    const at = await appNow(tx);
    if (facts.name !== undefined && facts.name !== lead.name) {
      const note = facts.name ?? "";
      await tx.insert(leadEvents).values({ workspaceId, leadId, kind: "renamed", at, actorUserId: userId, note });
    }
    if (facts.valueCents !== undefined && lead.stage === "booked") {
      await amendBooking(tx, { workspaceId, leadId, amountCents: facts.valueCents });
    }
  });
  await announce(workspaceId, { kind: "lead", id: leadId });
}

/**
 * A person has looked at what asked for attention.
 * @throws NotFound for a lead that is not of this workspace.
 */
export async function clearAttention({ workspaceId, leadId }: { workspaceId: string; leadId: string }): Promise<void> {
  if (!isUuid(leadId)) throw new NotFound("The lead");
  const cleared = await withWorkspace(workspaceId, (tx) =>
    tx
      .update(leads)
      .set({ needsAttention: null })
      .where(and(eq(leads.workspaceId, workspaceId), eq(leads.id, leadId)))
      .returning({ id: leads.id }),
  );
  if (cleared.length === 0) throw new NotFound("The lead");
  await announce(workspaceId, { kind: "lead", id: leadId });
}

/** What a booking is worth may become known only after it was made; the count follows. */
async function amendBooking(tx: Tx, booking: { workspaceId: string; leadId: string; amountCents: number | null }) {
  const { workspaceId, leadId, amountCents } = booking;
  const latest = tx
    .select({ id: leadEvents.id })
    .from(leadEvents)
    .where(
      and(eq(leadEvents.workspaceId, workspaceId), eq(leadEvents.leadId, leadId), eq(leadEvents.toStage, "booked")),
    )
    .orderBy(desc(leadEvents.at), desc(leadEvents.id))
    .limit(1);
  await tx
    .update(leadEvents)
    .set({ amountCents })
    .where(and(eq(leadEvents.workspaceId, workspaceId), sql`${leadEvents.id} = (${latest})`));
}
