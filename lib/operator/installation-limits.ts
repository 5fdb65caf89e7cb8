import { installation } from "@/db/schema/installation";
import { recordAccountEvent } from "@/lib/audit/record-account-event";
import { asOperator } from "./as-operator";

const columns = {
  numbersPerWorkspace: installation.numbersPerWorkspace,
  numbersForAll: installation.numbersForAll,
  ownersMayAttest: installation.ownersMayAttest,
  regionsCeiling: installation.regionsCeiling,
  hourlyCallerCeiling: installation.hourlyCallerCeiling,
  dailyCallerCeiling: installation.dailyCallerCeiling,
  dailySpendCeilingCents: installation.dailySpendCeilingCents,
  dailyTextCeiling: installation.dailyTextCeiling,
  dailyRingCeilingCents: installation.dailyRingCeilingCents,
};

export type InstallationLimits = { [K in keyof typeof columns]: (typeof installation.$inferSelect)[K] };

/** What the operator allows the owners of workspaces. */
export function readInstallationLimits({ userId }: { userId: string }): Promise<InstallationLimits> {
  return asOperator({ userId }, async (tx) => {
    const [row] = await tx.select(columns).from(installation);
    if (!row) throw new Error("The installation has lost its row");
    return row;
  });
}

export async function changeInstallationLimits(userId: string, limits: InstallationLimits): Promise<void> {
  await asOperator({ userId }, async (tx) => {
    await tx.update(installation).set(limits);
    const { regionsCeiling, ...amounts } = limits;
    const details = { ...amounts, regionsCeiling: regionsCeiling.join(" ") };
    await recordAccountEvent({ tx, kind: "installation_limits_changed", actorUserId: userId, details });
  });
}
