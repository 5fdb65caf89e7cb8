import { and, eq } from "drizzle-orm";
import { leads } from "@/db/schema/leads";
import type { Tx } from "@/db/tenant";
import { isUuid } from "./uuid";

/** The phone number of a lead, or null when this workspace has no such lead. Never changes, so it needs no lock. */
export async function findCaller(tx: Tx, workspaceId: string, leadId: string): Promise<string | null> {
  if (!isUuid(leadId)) return null;
  const [lead] = await tx
    .select({ callerE164: leads.callerE164 })
    .from(leads)
    .where(and(eq(leads.workspaceId, workspaceId), eq(leads.id, leadId)));
  return lead?.callerE164 ?? null;
}
