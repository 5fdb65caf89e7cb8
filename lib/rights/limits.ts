import { eq, sql } from "drizzle-orm";
import { installation, workspaceLimits } from "@/db/schema/installation";
import type { Tx } from "@/db/tenant";
import type { OwnersLimits } from "./rights";

/** The most that the owners of a workspace may allow themselves. */
export type Ceilings = {
  regions: string[];
  hourlyCallers: number;
  dailyCallers: number;
  dailySpendCents: number;
  dailyRingCents: number;
};

export type Limits = OwnersLimits & { ceilings: Ceilings };

/** What the operator allows here: what was set for this workspace, else what holds for all. */
export async function readLimits(tx: Tx, workspaceId: string): Promise<Limits> {
  const [row] = await tx
    .select({ all: installation, own: workspaceLimits })
    .from(installation)
    .leftJoin(workspaceLimits, eq(workspaceLimits.workspaceId, workspaceId));
  if (!row) throw new Error("The installation has lost its row");
  const { all, own } = row;
  return {
    numbers: own?.numbers ?? all.numbersPerWorkspace,
    numbersSet: own !== null && own.numbers !== null,
    numbersForAll: all.numbersForAll,
    mayAttest: own?.mayAttest ?? all.ownersMayAttest,
    ceilings: {
      regions: own?.regionsCeiling ?? all.regionsCeiling,
      hourlyCallers: own?.hourlyCallerCeiling ?? all.hourlyCallerCeiling,
      dailyCallers: own?.dailyCallerCeiling ?? all.dailyCallerCeiling,
      dailySpendCents: own?.dailySpendCeilingCents ?? all.dailySpendCeilingCents,
      dailyRingCents: own?.dailyRingCeilingCents ?? all.dailyRingCeilingCents,
    },
  };
}

/** Two purchases of any workspaces take turns, where both would find room for the last number. */
export async function lockNumbersForAll(tx: Tx): Promise<void> {
  await tx.select({ only: installation.only }).from(installation).for("update");
}

/** The numbers that the owners of all workspaces have bought and not given up. */
export async function countNumbersOfAll(tx: Tx): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(sql`select numbers_bought() as count`);
  return Number(row?.count ?? 0);
}
