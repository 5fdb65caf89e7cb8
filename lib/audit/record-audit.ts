import { auditLog } from "@/db/schema/workspaces";
import type { Tx } from "@/db/tenant";

type AuditEntry = {
  tx: Tx;
  workspaceId: string;
  /** Null when no person did it. */
  actorUserId: string | null;
  /** `noun.verb`, as log events are: `number.released`. */
  action: string;
  /** The id of what it was done to. */
  subject?: string;
  details?: Record<string, unknown>;
};

/** Writes down who did what, in the transaction that does it: neither stands without the other. */
export async function recordAudit({ tx, ...entry }: AuditEntry): Promise<void> {
  await tx.insert(auditLog).values(entry);
}
