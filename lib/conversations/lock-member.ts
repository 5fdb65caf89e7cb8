import { and, eq } from "drizzle-orm";
import { memberships } from "@/db/schema/workspaces";
import type { Tx } from "@/db/tenant";
import { Forbidden } from "@/lib/errors";

/**
 * Locks a member's place in the workspace until the transaction ends, so that the texts they send at once are counted
 * one after the other. After the caller's slot, before the counters.
 * @throws Forbidden for somebody who is no member.
 */
export async function lockMember(tx: Tx, { workspaceId, userId }: { workspaceId: string; userId: string }) {
  const rows = await tx
    .select({ userId: memberships.userId })
    .from(memberships)
    .where(and(eq(memberships.workspaceId, workspaceId), eq(memberships.userId, userId)))
    .for("no key update");
  if (rows.length === 0) throw new Forbidden("member");
}
