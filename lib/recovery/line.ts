import { and, asc, eq } from "drizzle-orm";
import { subscriptions } from "@/db/schema/billing";
import { numbers, ringPhones } from "@/db/schema/phone";
import { recoverySettings, workspaces } from "@/db/schema/workspaces";
import type { Tx } from "@/db/tenant";

/** A number with everything that decides what happens to a call on it. */
export type Line = {
  workspace: typeof workspaces.$inferSelect;
  number: typeof numbers.$inferSelect;
  settings: typeof recoverySettings.$inferSelect;
  subscription: typeof subscriptions.$inferSelect;
  phones: (typeof ringPhones.$inferSelect)[];
};

/** @throws when the workspace has no such number: the caller found it a moment ago. */
export async function readLine(tx: Tx, workspaceId: string, numberId: string): Promise<Line> {
  const rows = await tx
    .select({
      workspace: workspaces,
      number: numbers,
      settings: recoverySettings,
      subscription: subscriptions,
      phone: ringPhones,
    })
    .from(numbers)
    .innerJoin(workspaces, eq(workspaces.id, numbers.workspaceId))
    .innerJoin(recoverySettings, eq(recoverySettings.workspaceId, numbers.workspaceId))
    .innerJoin(subscriptions, eq(subscriptions.workspaceId, numbers.workspaceId))
    .leftJoin(ringPhones, and(eq(ringPhones.workspaceId, numbers.workspaceId), eq(ringPhones.numberId, numbers.id)))
    .where(and(eq(numbers.workspaceId, workspaceId), eq(numbers.id, numberId)))
    .orderBy(asc(ringPhones.position));
  const [first] = rows;
  if (!first) throw new Error("A number lost its workspace, settings or subscription");
  const { workspace, number, settings, subscription } = first;
  return { workspace, number, settings, subscription, phones: rows.flatMap(({ phone }) => (phone ? [phone] : [])) };
}

/** The phones that may be rung: never the line that forwards to us, which would bring the call straight back. */
export function ringable({ number, phones }: Line): Line["phones"] {
  return phones.filter((phone) => phone.e164 !== number.businessLineE164 && phone.e164 !== number.e164);
}
