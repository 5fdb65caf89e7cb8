import { and, eq } from "drizzle-orm";
import { leadEvents, leads } from "@/db/schema/leads";
import { excludedNumbers } from "@/db/schema/phone";
import { type Tx, withWorkspace } from "@/db/tenant";
import { recordAudit } from "@/lib/audit/record-audit";
import { announce } from "@/lib/changes";
import { appNow } from "@/lib/clock";
import { NotFound } from "@/lib/errors";
import { lockSlot } from "./caller-slot";
import { findCaller } from "./find-caller";

type ByMember = { workspaceId: string; userId: string; leadId: string };

/**
 * From now on nothing they do makes or touches a lead, and they are not texted. Blocking twice is blocking once.
 * @throws NotFound for a lead that is not of this workspace.
 */
export async function blockCaller({ workspaceId, userId, leadId }: ByMember): Promise<void> {
  await withCaller({ workspaceId, userId, leadId }, async (tx, callerE164) => {
    const [lead] = await tx
      .select({ name: leads.name })
      .from(leads)
      .where(and(eq(leads.workspaceId, workspaceId), eq(leads.id, leadId)));
    const changed = await tx
      .insert(excludedNumbers)
      .values({ workspaceId, e164: callerE164, kind: "blocked", label: lead?.name ?? "", addedBy: userId })
      .onConflictDoUpdate({
        target: [excludedNumbers.workspaceId, excludedNumbers.e164],
        set: { kind: "blocked", addedBy: userId },
        setWhere: eq(excludedNumbers.kind, "personal"),
      })
      .returning({ id: excludedNumbers.id });
    if (changed.length === 0) return;
    await tx
      .update(leads)
      .set({ waitingSince: null })
      .where(and(eq(leads.workspaceId, workspaceId), eq(leads.id, leadId)));
    await record(tx, { workspaceId, userId, leadId }, "blocked");
  });
}

/** @throws NotFound for a lead that is not of this workspace. */
export async function unblockCaller({ workspaceId, userId, leadId }: ByMember): Promise<void> {
  await withCaller({ workspaceId, userId, leadId }, async (tx, e164) => {
    const id = await takeOffList(tx, { workspaceId, e164 });
    if (id) await record(tx, { workspaceId, userId, leadId }, "unblocked");
  });
}

type ByNumber = { workspaceId: string; userId: string; e164: string };

/** Unblocks a caller who may have no lead: somebody blocked before they first called. Nobody blocked is no error. */
export async function unblockNumber({ workspaceId, userId, e164 }: ByNumber): Promise<void> {
  const removed = await withWorkspace(workspaceId, async (tx) => {
    await lockSlot(tx, workspaceId, e164);
    const id = await takeOffList(tx, { workspaceId, e164 });
    if (!id) return false;
    const details = { kind: "blocked", numbers: [e164] };
    await recordAudit({ tx, workspaceId, actorUserId: userId, action: "exclusions.removed", subject: id, details });
    const [lead] = await tx
      .select({ id: leads.id })
      .from(leads)
      .where(and(eq(leads.workspaceId, workspaceId), eq(leads.callerE164, e164)));
    if (lead) await record(tx, { workspaceId, userId, leadId: lead.id }, "unblocked");
    return true;
  });
  if (removed) await announce(workspaceId, { kind: "settings", id: workspaceId });
}

async function takeOffList(tx: Tx, { workspaceId, e164 }: Omit<ByNumber, "userId">): Promise<string | null> {
  const [removed] = await tx
    .delete(excludedNumbers)
    .where(
      and(
        eq(excludedNumbers.workspaceId, workspaceId),
        eq(excludedNumbers.e164, e164),
        eq(excludedNumbers.kind, "blocked"),
      ),
    )
    .returning({ id: excludedNumbers.id });
  return removed?.id ?? null;
}

/** Whether a caller is blocked, or one of the owner's own people; null for everybody else. */
export async function findExclusion(
  tx: Tx,
  workspaceId: string,
  callerE164: string,
): Promise<"blocked" | "personal" | null> {
  const [row] = await tx
    .select({ kind: excludedNumbers.kind })
    .from(excludedNumbers)
    .where(and(eq(excludedNumbers.workspaceId, workspaceId), eq(excludedNumbers.e164, callerE164)));
  return row?.kind ?? null;
}

async function withCaller(by: ByMember, work: (tx: Tx, callerE164: string) => Promise<void>): Promise<void> {
  await withWorkspace(by.workspaceId, async (tx) => {
    const callerE164 = await findCaller(tx, by.workspaceId, by.leadId);
    if (!callerE164) throw new NotFound("The lead");
    await lockSlot(tx, by.workspaceId, callerE164);
    await work(tx, callerE164);
  });
  await announce(by.workspaceId, { kind: "lead", id: by.leadId });
}

async function record(tx: Tx, { workspaceId, userId, leadId }: ByMember, kind: "blocked" | "unblocked") {
  const at = await appNow(tx);
  await tx.insert(leadEvents).values({ workspaceId, leadId, kind, at, actorUserId: userId });
}
