import { randomBytes, randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { subscriptions } from "@/db/schema/billing";
import { users } from "@/db/schema/people";
import { memberships, recoverySettings, type TextingHours, workspaces } from "@/db/schema/workspaces";
import { type Tx, withWorkspace } from "@/db/tenant";
import { recordAudit } from "@/lib/audit/record-audit";
import { hashPassword } from "@/lib/auth/password-hash";
import { enqueueAfterwards } from "@/lib/jobs/queue";
import { DEFAULT_NOTICE, DEFAULT_TEXT_BACK } from "@/lib/recovery/text-back";
import { slugFrom } from "./slug";

export type NewWorkspace = { name: string; email: string; password: string; businessName: string; timeZone: string };

const EVERY_DAY_8_TO_9: TextingHours = Array.from({ length: 7 }, () => [{ from: "08:00", to: "21:00" }]);
const SLUG_TRIES = 8;

/**
 * Makes a person, their workspace and everything it starts with, or nothing at all. For an address that has an account
 * it makes nothing, tells only that address, and answers the same.
 */
export async function signUp(wanted: NewWorkspace): Promise<void> {
  const email = wanted.email.trim();
  const passwordHash = await hashPassword(wanted.password);
  const workspaceId = randomUUID();
  const made = await withWorkspace(workspaceId, async (tx) => {
    const userId = await insertUser(tx, { email, name: wanted.name.trim(), passwordHash });
    if (!userId) return false;
    await insertWorkspace(tx, workspaceId, wanted);
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
    return true;
  });
  // Both ways queue one mail, so that neither takes longer.
  await enqueueAfterwards("mail", { kind: made ? "welcome" : "address_in_use", email });
}

async function insertUser(tx: Tx, user: typeof users.$inferInsert): Promise<string | undefined> {
  const [made] = await tx.insert(users).values(user).onConflictDoNothing().returning({ id: users.id });
  return made?.id;
}

async function insertWorkspace(tx: Tx, id: string, { businessName, timeZone }: NewWorkspace): Promise<void> {
  const base = slugFrom(businessName);
  for (let attempt = 1; attempt <= SLUG_TRIES; attempt++) {
    const slug = attempt === 1 ? base : `${base}-${attempt < SLUG_TRIES ? attempt : randomBytes(4).toString("hex")}`;
    const inserted = await tx
      .insert(workspaces)
      .values({ id, slug, name: businessName.trim(), timeZone })
      .onConflictDoNothing({ target: workspaces.slug })
      .returning({ id: workspaces.id });
    if (inserted.length > 0) return;
  }
  throw new Error(`No free address for a workspace was found near "${base}"`);
}
