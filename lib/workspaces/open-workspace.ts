import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { subscriptions } from "@/db/schema/billing";
import { memberships, recoverySettings, type TextingHours, workspaces } from "@/db/schema/workspaces";
import type { Tx } from "@/db/tenant";
import { recordAccountEvent } from "@/lib/audit/record-account-event";
import { recordAudit } from "@/lib/audit/record-audit";
import { DEFAULT_NOTICE, DEFAULT_TEXT_BACK } from "@/lib/recovery/text-back";
import { slugFrom } from "./slug";

export type NewWorkspace = { businessName: string; timeZone: string };

const EVERY_DAY_8_TO_9: TextingHours = Array.from({ length: 7 }, () => [{ from: "08:00", to: "21:00" }]);
const SLUG_TRIES = 8;

type Opening = NewWorkspace & { workspaceId: string; userId: string };

/** Makes a workspace of a person and everything it starts with, in a transaction of that workspace. @returns its slug */
export async function openWorkspace(tx: Tx, { workspaceId, userId, ...wanted }: Opening): Promise<string> {
  const slug = await insertWorkspace(tx, workspaceId, wanted);
  await tx.insert(memberships).values({ workspaceId, userId, role: "owner" });
  await tx.insert(recoverySettings).values({
    workspaceId,
    template: DEFAULT_TEXT_BACK,
    notice: DEFAULT_NOTICE,
    textingHours: EVERY_DAY_8_TO_9,
  });
  await tx
    .insert(subscriptions)
    .values({ workspaceId, plan: "self_hosted", status: "self_hosted", anchorAt: sql`app_now()` });
  await recordAudit({ tx, workspaceId, actorUserId: userId, action: "workspace.created" });
  await recordAccountEvent({ tx, kind: "workspace_opened", actorUserId: userId, userId, workspaceId });
  return slug;
}

async function insertWorkspace(tx: Tx, id: string, { businessName, timeZone }: NewWorkspace): Promise<string> {
  const base = slugFrom(businessName);
  for (let attempt = 1; attempt <= SLUG_TRIES; attempt++) {
    const slug = attempt === 1 ? base : `${base}-${attempt < SLUG_TRIES ? attempt : randomBytes(4).toString("hex")}`;
    const inserted = await tx
      .insert(workspaces)
      .values({ id, slug, name: businessName.trim(), timeZone })
      .onConflictDoNothing({ target: workspaces.slug })
      .returning({ id: workspaces.id });
    if (inserted.length > 0) return slug;
  }
  throw new Error(`No free address for a workspace was found near "${base}"`);
}
