import { eq } from "drizzle-orm";
import { workspaceLimits } from "@/db/schema/installation";
import { workspaces } from "@/db/schema/workspaces";
import { recordAccountEvent } from "@/lib/audit/record-account-event";
import { NotFound } from "@/lib/errors";
import { asOperator } from "./as-operator";

type OnWorkspace = { userId: string; workspaceId: string };

/** What an operator has set for one workspace; null keeps the installation's value. */
export type WorkspaceLimits = Omit<typeof workspaceLimits.$inferSelect, "workspaceId">;

const KEEPS_ALL: WorkspaceLimits = {
  numbers: null,
  mayAttest: null,
  regionsCeiling: null,
  hourlyCallerCeiling: null,
  dailyCallerCeiling: null,
  dailySpendCeilingCents: null,
  dailyRingCeilingCents: null,
};

export function readWorkspaceLimits({ userId, workspaceId }: OnWorkspace): Promise<WorkspaceLimits> {
  return asOperator({ userId, workspaceId }, async (tx) => {
    const [row] = await tx.select().from(workspaceLimits).where(eq(workspaceLimits.workspaceId, workspaceId));
    if (!row) return KEEPS_ALL;
    const { workspaceId: _, ...limits } = row;
    return limits;
  });
}

/** @throws NotFound */
export async function changeWorkspaceLimits(acting: OnWorkspace, limits: WorkspaceLimits): Promise<void> {
  const { userId, workspaceId } = acting;
  await asOperator(acting, async (tx) => {
    const [known] = await tx.select({ id: workspaces.id }).from(workspaces).where(eq(workspaces.id, workspaceId));
    if (!known) throw new NotFound("The workspace");
    await tx
      .insert(workspaceLimits)
      .values({ workspaceId, ...limits })
      .onConflictDoUpdate({ target: workspaceLimits.workspaceId, set: limits });
    const { regionsCeiling, ...amounts } = limits;
    const details = { ...amounts, regionsCeiling: regionsCeiling?.join(" ") ?? null };
    await recordAccountEvent({ tx, kind: "workspace_limits_changed", actorUserId: userId, workspaceId, details });
  });
}
