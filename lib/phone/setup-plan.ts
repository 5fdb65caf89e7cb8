import { eq } from "drizzle-orm";
import type { Plan } from "@/db/enums";
import { subscriptions } from "@/db/schema/billing";
import type { Tx } from "@/db/tenant";
import { entitlement } from "../billing/entitlement";
import { appNow } from "../clock";
import { NotFound } from "../errors";

/** The plan that counts now. Locked, two purchases take turns, where both would find room for one. */
export async function planNow(tx: Tx, workspaceId: string, { lock }: { lock: boolean }): Promise<Plan> {
  const query = tx.select().from(subscriptions).where(eq(subscriptions.workspaceId, workspaceId));
  const [subscription] = await (lock ? query.for("update") : query);
  if (!subscription) throw new NotFound("The subscription");
  return entitlement({ ...subscription, callersThisMonth: 0, now: await appNow(tx) }).effectivePlan;
}
