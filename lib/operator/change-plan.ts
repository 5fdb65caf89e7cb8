import { eq } from "drizzle-orm";
import type { Plan } from "@/db/enums";
import { subscriptions } from "@/db/schema/billing";
import { recordAccountEvent } from "@/lib/audit/record-account-event";
import { announce } from "@/lib/changes";
import { NotFound } from "@/lib/errors";
import { asOperator } from "./as-operator";

type PlanChange = { userId: string; workspaceId: string; plan: Plan };

/** Puts a workspace on a plan at once; nobody is charged for it here. @throws NotFound */
export async function changePlan({ userId, workspaceId, plan }: PlanChange): Promise<void> {
  await asOperator({ userId, workspaceId }, async (tx) => {
    const [before] = await tx
      .select({ plan: subscriptions.plan })
      .from(subscriptions)
      .where(eq(subscriptions.workspaceId, workspaceId))
      .for("update");
    if (!before) throw new NotFound("The workspace");
    const status = plan === "self_hosted" ? ("self_hosted" as const) : ("active" as const);
    await tx
      .update(subscriptions)
      .set({ plan, status, trialEndsAt: null, graceEndsAt: null })
      .where(eq(subscriptions.workspaceId, workspaceId));
    const details = { from: before.plan, to: plan };
    await recordAccountEvent({ tx, kind: "workspace_plan_changed", actorUserId: userId, workspaceId, details });
  });
  await announce(workspaceId, { kind: "settings", id: workspaceId });
}
