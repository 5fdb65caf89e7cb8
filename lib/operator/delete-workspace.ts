import { and, eq, isNotNull, ne, sql } from "drizzle-orm";
import { numbers } from "@/db/schema/phone";
import { workspaces } from "@/db/schema/workspaces";
import { lookUp, withWorkspace } from "@/db/tenant";
import { recordAccountEvent } from "@/lib/audit/record-account-event";
import { announce } from "@/lib/changes";
import { NotFound } from "@/lib/errors";
import { log } from "@/lib/log";
import { asOperator } from "./as-operator";

export const GRACE_DAYS = 7;

type OnWorkspace = { userId: string; workspaceId: string };

/**
 * Suspends a workspace and deletes it after seven days, unless an operator takes that back. Its numbers stay in the carrier
 * account, and go on costing there, until they are released or given to another workspace.
 * @throws NotFound
 */
export async function scheduleDeletion({ userId, workspaceId }: OnWorkspace): Promise<void> {
  await asOperator({ userId, workspaceId }, async (tx) => {
    const scheduled = await tx
      .update(workspaces)
      .set({
        suspendedAt: sql`coalesce(${workspaces.suspendedAt}, app_now())`,
        deleteAfter: sql`app_now() + make_interval(days => ${GRACE_DAYS})`,
      })
      .where(and(eq(workspaces.id, workspaceId), sql`${workspaces.deleteAfter} is null`))
      .returning({ id: workspaces.id });
    if (scheduled.length === 0) throw new NotFound("A workspace that stays");
    await recordAccountEvent({ tx, kind: "workspace_deletion_scheduled", actorUserId: userId, workspaceId });
  });
  await announce(workspaceId, { kind: "settings", id: workspaceId });
}

/** Keeps the workspace, which stays suspended until it is resumed. @throws NotFound */
export async function cancelDeletion({ userId, workspaceId }: OnWorkspace): Promise<void> {
  await asOperator({ userId, workspaceId }, async (tx) => {
    const kept = await tx
      .update(workspaces)
      .set({ deleteAfter: null })
      .where(and(eq(workspaces.id, workspaceId), isNotNull(workspaces.deleteAfter)))
      .returning({ id: workspaces.id });
    if (kept.length === 0) throw new NotFound("A workspace that is to be deleted");
    await recordAccountEvent({ tx, kind: "workspace_deletion_cancelled", actorUserId: userId, workspaceId });
  });
  await announce(workspaceId, { kind: "settings", id: workspaceId });
}

/** The workspace's own numbers, which deleting it leaves in the carrier account. */
export function listNumbersLeft({ userId, workspaceId }: OnWorkspace): Promise<string[]> {
  return asOperator({ userId, workspaceId }, async (tx) => {
    const rows = await tx
      .select({ e164: numbers.e164 })
      .from(numbers)
      .where(and(eq(numbers.workspaceId, workspaceId), ne(numbers.state, "released")))
      .orderBy(numbers.createdAt);
    return rows.map(({ e164 }) => e164);
  });
}

/** Deletes the workspaces whose grace is over, with everything in them. Run by the worker. */
export async function deleteDueWorkspaces(): Promise<void> {
  const due = await lookUp<{ workspace_id: string }>(sql`select workspace_id from workspaces_to_delete()`);
  for (const { workspace_id: workspaceId } of due) {
    try {
      if (await deleteIfDue(workspaceId)) log.info("workspace.deleted", { workspace: workspaceId });
    } catch (error) {
      // The others are not kept for it.
      log.error("workspace.not_deleted", error, { workspace: workspaceId });
    }
  }
}

function deleteIfDue(workspaceId: string): Promise<boolean> {
  return withWorkspace(workspaceId, async (tx) => {
    // Asked once more, with the row locked: somebody may have taken it back a moment ago.
    const [gone] = await tx
      .select({ id: workspaces.id })
      .from(workspaces)
      .where(and(eq(workspaces.id, workspaceId), sql`${workspaces.deleteAfter} <= app_now()`))
      .for("update");
    if (!gone) return false;
    const left = await tx.$count(numbers, and(eq(numbers.workspaceId, workspaceId), ne(numbers.state, "released")));
    await tx.delete(workspaces).where(eq(workspaces.id, workspaceId));
    const details = { numbersLeft: left };
    await recordAccountEvent({ tx, kind: "workspace_deleted", actorUserId: null, workspaceId, details });
    return true;
  });
}
