import { and, asc, eq, gt } from "drizzle-orm";
import type { Exclusion } from "@/db/enums";
import { users } from "@/db/schema/people";
import { excludedNumbers } from "@/db/schema/phone";
import { recoverySettings, workspaces } from "@/db/schema/workspaces";
import { withWorkspace } from "@/db/tenant";
import { appNow } from "../clock";
import { NotFound } from "../errors";

export type RecoverySettings = typeof recoverySettings.$inferSelect;
export type ExcludedNumber = Pick<typeof excludedNumbers.$inferSelect, "id" | "e164" | "label" | "kind" | "createdAt">;

/** @throws NotFound */
export function getRecoverySettings(workspaceId: string) {
  return withWorkspace(workspaceId, async (tx) => {
    const [row] = await tx
      .select({ settings: recoverySettings, active: workspaces.active, pausedByName: users.name })
      .from(recoverySettings)
      .innerJoin(workspaces, eq(workspaces.id, recoverySettings.workspaceId))
      .leftJoin(users, eq(users.id, recoverySettings.pausedBy))
      .where(eq(recoverySettings.workspaceId, workspaceId));
    if (!row) throw new NotFound("The recovery settings");
    const now = await appNow(tx);
    const isPaused = row.settings.pausedUntil !== null && row.settings.pausedUntil > now;
    return { ...row, now, isPaused };
  });
}

/** One list by number, a page at a time; `after` is the last number of the page before. */
export function listExcludedNumbers(workspaceId: string, page: { kind: Exclusion; after?: string; size?: number }) {
  const { kind, after, size = 50 } = page;
  return withWorkspace(workspaceId, async (tx): Promise<{ numbers: ExcludedNumber[]; next: string | null }> => {
    const rows = await tx
      .select({
        id: excludedNumbers.id,
        e164: excludedNumbers.e164,
        label: excludedNumbers.label,
        kind: excludedNumbers.kind,
        createdAt: excludedNumbers.createdAt,
      })
      .from(excludedNumbers)
      .where(
        and(
          eq(excludedNumbers.workspaceId, workspaceId),
          eq(excludedNumbers.kind, kind),
          after ? gt(excludedNumbers.e164, after) : undefined,
        ),
      )
      .orderBy(asc(excludedNumbers.e164))
      .limit(size + 1);
    const numbers = rows.slice(0, size);
    return { numbers, next: rows.length > size ? (numbers.at(-1)?.e164 ?? null) : null };
  });
}
