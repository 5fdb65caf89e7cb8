import { and, count, eq, ne } from "drizzle-orm";
import { subscriptions, usageCallers } from "@/db/schema/billing";
import { numbers } from "@/db/schema/phone";
import { memberships } from "@/db/schema/workspaces";
import { withWorkspace } from "@/db/tenant";
import { appNow } from "../clock";
import { NotFound } from "../errors";
import { entitlement } from "./entitlement";
import { monthStart, nextMonthStart } from "./month";

export type Billing = Awaited<ReturnType<typeof getBilling>>;

/**
 * The workspace's plan, what it allows now, and what is used of it.
 * @throws NotFound
 */
export function getBilling(workspaceId: string) {
  return withWorkspace(workspaceId, async (tx) => {
    const [subscription] = await tx.select().from(subscriptions).where(eq(subscriptions.workspaceId, workspaceId));
    if (!subscription) throw new NotFound("The subscription");
    const now = await appNow(tx);
    const since = monthStart(subscription.anchorAt, now);
    const [callers] = await tx
      .select({ count: count() })
      .from(usageCallers)
      .where(and(eq(usageCallers.workspaceId, workspaceId), eq(usageCallers.monthStart, since)));
    const [numbersUsed] = await tx
      .select({ count: count() })
      .from(numbers)
      .where(and(eq(numbers.workspaceId, workspaceId), ne(numbers.state, "released")));
    const [members] = await tx
      .select({ count: count() })
      .from(memberships)
      .where(eq(memberships.workspaceId, workspaceId));
    const callersThisMonth = callers?.count ?? 0;
    return {
      now,
      status: subscription.status,
      plan: subscription.plan,
      trialEndsAt: subscription.trialEndsAt,
      since,
      until: nextMonthStart(subscription.anchorAt, now),
      numbersUsed: numbersUsed?.count ?? 0,
      membersUsed: members?.count ?? 0,
      allowed: entitlement({ ...subscription, callersThisMonth, now }),
    };
  });
}
