import { eq } from "drizzle-orm";
import { recoverySettings } from "@/db/schema/workspaces";
import { recordAudit } from "../audit/record-audit";
import { announce } from "../changes";
import { appNow } from "../clock";
import { asAdmin } from "../workspaces/as-admin";

type Acting = { workspaceId: string; userId: string };
const LONGEST_DAYS = 30;

/** Stops automatic texts for so long. Calls are still logged and leads still kept. */
export async function pauseRecovery({
  workspaceId,
  userId,
  hours,
}: Acting & { hours: number }): Promise<{ ok: true } | { ok: false; words: string }> {
  const words = await asAdmin({ workspaceId, userId }, async (tx) => {
    if (!(hours > 0 && hours <= LONGEST_DAYS * 24)) {
      return `Pause for ${LONGEST_DAYS} days at most. To stop for longer, turn automatic texts off.`;
    }
    const until = new Date((await appNow(tx)).getTime() + hours * 3_600_000);
    await setPause({ tx, workspaceId, pausedUntil: until, pausedBy: userId });
    const details = { until: until.toISOString() };
    await recordAudit({ tx, workspaceId, actorUserId: userId, action: "recovery.paused", details });
    return null;
  });
  if (words) return { ok: false, words };
  await announce(workspaceId, { kind: "settings", id: workspaceId });
  return { ok: true };
}

export async function resumeRecovery({ workspaceId, userId }: Acting): Promise<void> {
  await asAdmin({ workspaceId, userId }, async (tx) => {
    await setPause({ tx, workspaceId, pausedUntil: null, pausedBy: null });
    await recordAudit({ tx, workspaceId, actorUserId: userId, action: "recovery.resumed" });
  });
  await announce(workspaceId, { kind: "settings", id: workspaceId });
}

async function setPause(pause: {
  tx: Parameters<typeof recordAudit>[0]["tx"];
  workspaceId: string;
  pausedUntil: Date | null;
  pausedBy: string | null;
}): Promise<void> {
  const { tx, workspaceId, ...set } = pause;
  await tx.update(recoverySettings).set(set).where(eq(recoverySettings.workspaceId, workspaceId));
}
