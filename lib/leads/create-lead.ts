import { and, eq, ne } from "drizzle-orm";
import { leadEvents, leads } from "@/db/schema/leads";
import { numbers } from "@/db/schema/phone";
import { type Tx, withWorkspace } from "@/db/tenant";
import { announce } from "@/lib/changes";
import { appNow } from "@/lib/clock";
import { parsePhone } from "@/lib/phone/e164";
import { lockSlot } from "./caller-slot";
import type { LeadFacts } from "./edit-lead";
import { findLeadOf, upsertLead } from "./upsert-lead";

type NewLead = { workspaceId: string; userId: string; phone: string; facts: LeadFacts };

export type Created = { ok: true; leadId: string; isNew: boolean } | { ok: false; words: string };

/** Makes a lead by hand. Somebody who is a lead already stays as they are: `isNew` is false and nothing is written. */
export async function createLead({ workspaceId, userId, phone, facts }: NewLead): Promise<Created> {
  const parsed = parsePhone(phone);
  if (!parsed.ok) return { ok: false, words: parsed.why };
  const callerE164 = parsed.e164;
  const created = await withWorkspace(workspaceId, async (tx): Promise<Created> => {
    if (await isOwnNumber(tx, workspaceId, callerE164)) return { ok: false, words: "This is one of your own numbers." };
    await lockSlot(tx, workspaceId, callerE164);
    const known = await findLeadOf(tx, workspaceId, callerE164);
    if (known) return { ok: true, leadId: known, isNew: false };
    const now = await appNow(tx);
    const leadId = await upsertLead({ tx, workspaceId, callerE164, source: "manual", now });
    await tx
      .update(leads)
      .set({ lastActivityAt: now, ...facts })
      .where(and(eq(leads.workspaceId, workspaceId), eq(leads.id, leadId)));
    await tx.insert(leadEvents).values({ workspaceId, leadId, kind: "created", at: now, actorUserId: userId });
    return { ok: true, leadId, isNew: true };
  });
  if (created.ok && created.isNew) await announce(workspaceId, { kind: "lead", id: created.leadId });
  return created;
}

async function isOwnNumber(tx: Tx, workspaceId: string, e164: string): Promise<boolean> {
  const rows = await tx
    .select({ id: numbers.id })
    .from(numbers)
    .where(and(eq(numbers.workspaceId, workspaceId), eq(numbers.e164, e164), ne(numbers.state, "released")));
  return rows.length > 0;
}
