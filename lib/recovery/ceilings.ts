import { workspaceLimits } from "@/db/schema/installation";
import type { Tx } from "@/db/tenant";
import { recordAccountEvent } from "../audit/record-account-event";
import { env } from "../env";
import { formatCents } from "../format/money";
import { type Ceilings, readLimits } from "../rights/limits";
import { type Actor, whyNotAllowed } from "../rights/rights";
import { countryName } from "./explain-amounts";
import type { SettingsChange } from "./settings-parts";

type LimitsChange = Extract<SettingsChange, { part: "limits" }>;

/** What of a change is above the operator's ceilings, per field. */
export function aboveCeilings(change: LimitsChange, ceilings: Ceilings): Record<string, string> {
  const outside = change.regions.filter((code) => !ceilings.regions.includes(code));
  const askFor = "Ask the operator of this installation to allow";
  const capped = (value: number, most: number, words: string) =>
    value > most ? `Enter ${words} at most. ${askFor} more.` : null;
  const errors = {
    regions: outside.length > 0 ? `${askFor} ${outside.map(countryName).join(", ")}.` : null,
    hourlyCallerCap: capped(change.hourlyCallerCap, ceilings.hourlyCallers, `${ceilings.hourlyCallers} callers`),
    dailyCallerCap: capped(change.dailyCallerCap, ceilings.dailyCallers, `${ceilings.dailyCallers} callers`),
    dailySpendCapCents: capped(
      change.dailySpendCapCents,
      ceilings.dailySpendCents,
      formatCents(ceilings.dailySpendCents),
    ),
  };
  return Object.fromEntries(Object.entries(errors).filter((entry): entry is [string, string] => entry[1] !== null));
}

/**
 * Holds a change against the ceilings. An operator's raises those of this workspace with it: they are the operator's own,
 * and the gate goes by them.
 * @returns per field what is above them, or null
 */
export async function heedCeilings(
  tx: Tx,
  { workspaceId, userId, actor, change }: { workspaceId: string; userId: string; actor: Actor; change: LimitsChange },
): Promise<Record<string, string> | null> {
  const limits = await readLimits(tx, workspaceId);
  const { ceilings } = limits;
  const above = aboveCeilings(change, ceilings);
  if (Object.keys(above).length === 0) return null;
  if (whyNotAllowed({ actor, deed: { is: "pass_ceilings" }, limits, mode: env().SIGN_UP })) return above;
  const raised = {
    ...("regions" in above ? { regionsCeiling: [...new Set([...ceilings.regions, ...change.regions])] } : {}),
    ...("hourlyCallerCap" in above ? { hourlyCallerCeiling: change.hourlyCallerCap } : {}),
    ...("dailyCallerCap" in above ? { dailyCallerCeiling: change.dailyCallerCap } : {}),
    ...("dailySpendCapCents" in above ? { dailySpendCeilingCents: change.dailySpendCapCents } : {}),
  };
  await tx
    .insert(workspaceLimits)
    .values({ workspaceId, ...raised })
    .onConflictDoUpdate({ target: workspaceLimits.workspaceId, set: raised });
  await recordAccountEvent({ tx, kind: "workspace_limits_changed", actorUserId: userId, workspaceId });
  return null;
}
