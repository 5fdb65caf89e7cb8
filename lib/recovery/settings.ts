import { eq, type SQL, sql } from "drizzle-orm";
import { recoverySettings, workspaces } from "@/db/schema/workspaces";
import type { Tx } from "@/db/tenant";
import { recordAudit } from "../audit/record-audit";
import { announce } from "../changes";
import { NotFound } from "../errors";
import { asManager } from "../rights/as-manager";
import { heedCeilings } from "./ceilings";
import { settingsErrors } from "./settings-check";
import type { SettingsChange } from "./settings-parts";

type Acting = { workspaceId: string; userId: string };
export type SettingsResult = { ok: true } | { ok: false; errors: Record<string, string> };

/** Saves one section of the recovery settings, or says per field why not. */
export async function changeRecoverySettings(
  { workspaceId, userId }: Acting,
  change: SettingsChange,
): Promise<SettingsResult> {
  const errors = await asManager({ workspaceId, userId }, async (tx, actor) => {
    const found = settingsErrors(change, await businessOf(tx, workspaceId));
    if (Object.keys(found).length > 0) return found;
    if (change.part === "limits") {
      const above = await heedCeilings(tx, { workspaceId, userId, actor, change });
      if (above) return above;
    }
    const { part, ...values } = change;
    await tx
      .update(recoverySettings)
      .set({ ...values, ...(change.part === "notice" ? { noticeVersion: nextVersion(change.notice) } : {}) })
      .where(eq(recoverySettings.workspaceId, workspaceId));
    await recordAudit({
      tx,
      workspaceId,
      actorUserId: userId,
      action: "recovery.changed",
      subject: part,
      details: values,
    });
    return null;
  });
  if (errors) return { ok: false, errors };
  await announce(workspaceId, { kind: "settings", id: workspaceId });
  return { ok: true };
}

/** A consent record names the version that was heard, so that every change of the words is a version of its own. */
function nextVersion(notice: string): SQL<number> {
  return sql`${recoverySettings.noticeVersion} + case when ${recoverySettings.notice} = ${notice} then 0 else 1 end`;
}

async function businessOf(tx: Tx, workspaceId: string): Promise<string> {
  const [workspace] = await tx.select({ name: workspaces.name }).from(workspaces).where(eq(workspaces.id, workspaceId));
  if (!workspace) throw new NotFound("The workspace");
  return workspace.name;
}
