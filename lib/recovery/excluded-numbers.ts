import { and, eq, sql } from "drizzle-orm";
import type { Exclusion } from "@/db/enums";
import { excludedNumbers } from "@/db/schema/phone";
import { recordAudit } from "../audit/record-audit";
import { announce } from "../changes";
import { asAdmin } from "../workspaces/as-admin";
import { readExcludedLines, type UnreadableLine } from "./excluded-numbers-read";

type Acting = { workspaceId: string; userId: string };

/**
 * Puts pasted numbers on a list, one a line, each with a name if there is one. A number that stood on the other list moves
 * over. Lines nobody can read come back; the others are kept.
 */
export async function addExcludedNumbers({
  workspaceId,
  userId,
  pasted,
  kind,
}: Acting & { pasted: string; kind: Exclusion }): Promise<{ added: number; unreadable: UnreadableLine[] }> {
  const { numbers, unreadable } = readExcludedLines(pasted);
  await asAdmin({ workspaceId, userId }, async (tx) => {
    if (numbers.length === 0) return;
    await tx
      .insert(excludedNumbers)
      .values(numbers.map((number) => ({ workspaceId, kind, addedBy: userId, ...number })))
      .onConflictDoUpdate({
        target: [excludedNumbers.workspaceId, excludedNumbers.e164],
        set: {
          kind,
          label: sql`case when excluded.label = '' then ${excludedNumbers.label} else excluded.label end`,
          addedBy: userId,
        },
      });
    const details = { kind, numbers: numbers.map(({ e164 }) => e164) };
    await recordAudit({ tx, workspaceId, actorUserId: userId, action: "exclusions.added", details });
  });
  if (numbers.length > 0) await announce(workspaceId, { kind: "settings", id: workspaceId });
  return { added: numbers.length, unreadable };
}

/** Takes a number off its list. One that is not there any more is as good as removed. */
export async function removeExcludedNumber({ workspaceId, userId, id }: Acting & { id: string }): Promise<void> {
  const removed = await asAdmin({ workspaceId, userId }, async (tx) => {
    const [row] = await tx
      .delete(excludedNumbers)
      .where(and(eq(excludedNumbers.workspaceId, workspaceId), eq(excludedNumbers.id, id)))
      .returning();
    if (!row) return false;
    const details = { kind: row.kind, numbers: [row.e164] };
    await recordAudit({ tx, workspaceId, actorUserId: userId, action: "exclusions.removed", subject: id, details });
    return true;
  });
  if (removed) await announce(workspaceId, { kind: "settings", id: workspaceId });
}
