import { and, eq, ne } from "drizzle-orm";
import { workspaces } from "@/db/schema/workspaces";
import { recordAudit } from "../audit/record-audit";
import { announce } from "../changes";
import { asAdmin } from "./as-admin";

type Switch = { workspaceId: string; userId: string; active: boolean };

/**
 * Switches a whole workspace on or off. Off, its calls are logged and nobody is texted.
 * @throws Forbidden for members, and for people who are none.
 */
export async function switchWorkspace({ workspaceId, userId, active }: Switch): Promise<void> {
  const changed = await asAdmin({ workspaceId, userId }, async (tx) => {
    const rows = await tx
      .update(workspaces)
      .set({ active })
      .where(and(eq(workspaces.id, workspaceId), ne(workspaces.active, active)))
      .returning({ id: workspaces.id });
    if (rows.length === 0) return false;
    const action = active ? "workspace.switched_on" : "workspace.switched_off";
    await recordAudit({ tx, workspaceId, actorUserId: userId, action });
    return true;
  });
  if (changed) await announce(workspaceId, { kind: "settings", id: workspaceId });
}
