import { eq } from "drizzle-orm";
import { recoverySettings } from "@/db/schema/workspaces";
import type { Tx } from "@/db/tenant";
import { readLimits } from "../rights/limits";

/** The countries that are texted and rung: those the workspace chose, as far as its operator allows them. */
export async function readRegions(tx: Tx, workspaceId: string): Promise<string[]> {
  const [settings] = await tx
    .select({ regions: recoverySettings.regions })
    .from(recoverySettings)
    .where(eq(recoverySettings.workspaceId, workspaceId));
  const { ceilings } = await readLimits(tx, workspaceId);
  return (settings?.regions ?? []).filter((code) => ceilings.regions.includes(code));
}
