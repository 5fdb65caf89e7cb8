import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { workspaces } from "@/db/schema/workspaces";
import { recordAccountEvent } from "@/lib/audit/record-account-event";
import { announce } from "@/lib/changes";
import { NotFound } from "@/lib/errors";
import { asOperator } from "./as-operator";

type OnWorkspace = { userId: string; workspaceId: string };

/** Keeps a workspace from texting, replying and ringing until an operator resumes it. @throws NotFound */
export async function suspendWorkspace({ userId, workspaceId }: OnWorkspace): Promise<void> {
  await asOperator({ userId, workspaceId }, async (tx) => {
    const suspended = await tx
      .update(workspaces)
      .set({ suspendedAt: sql`app_now()` })
      .where(and(eq(workspaces.id, workspaceId), isNull(workspaces.suspendedAt)))
      .returning({ id: workspaces.id });
    if (suspended.length === 0) throw new NotFound("A workspace that is not suspended");
    await recordAccountEvent({ tx, kind: "workspace_suspended", actorUserId: userId, workspaceId });
  });
  await announce(workspaceId, { kind: "settings", id: workspaceId });
}

/** What was held or missed meanwhile is judged as late as it is by then. @throws NotFound */
export async function resumeWorkspace({ userId, workspaceId }: OnWorkspace): Promise<void> {
  await asOperator({ userId, workspaceId }, async (tx) => {
    const resumed = await tx
      .update(workspaces)
      .set({ suspendedAt: null })
      .where(and(eq(workspaces.id, workspaceId), isNotNull(workspaces.suspendedAt)))
      .returning({ id: workspaces.id });
    if (resumed.length === 0) throw new NotFound("A workspace that is suspended");
    await recordAccountEvent({ tx, kind: "workspace_resumed", actorUserId: userId, workspaceId });
  });
  await announce(workspaceId, { kind: "settings", id: workspaceId });
}
