import { and, eq, inArray } from "drizzle-orm";
import { memberships } from "@/db/schema/workspaces";
import { type Tx, withWorkspace } from "@/db/tenant";
import { Forbidden } from "../errors";

/**
 * One transaction in a workspace for a person whose role allows changing its settings, asked where the data is written.
 * @throws Forbidden for members, and for people who are none.
 */
export function asAdmin<T>(
  { workspaceId, userId }: { workspaceId: string; userId: string },
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return withWorkspace(workspaceId, async (tx) => {
    const allowed = await tx
      .select({ role: memberships.role })
      .from(memberships)
      .where(
        and(
          eq(memberships.workspaceId, workspaceId),
          eq(memberships.userId, userId),
          inArray(memberships.role, ["owner", "admin"]),
        ),
      );
    if (allowed.length === 0) throw new Forbidden("admin");
    return work(tx);
  });
}
