import type { Metadata } from "next";
import { ActionForm, FormCheckbox, FormInput } from "@/app/ui/action-form";
import { Card } from "@/app/ui/card";
import { PageHeader } from "@/app/ui/page-header";
import { SubmitButton } from "@/app/ui/submit-button";
import { requireOperator } from "@/lib/auth/require-operator";
import { readInstallationLimits } from "@/lib/operator/installation-limits";
import { saveLimitsAction } from "../actions";
import { dollarsOf, RegionBoxes } from "../limit-fields";

export const metadata: Metadata = { title: "Limits" };

export default async function LimitsPage() {
  const { user } = await requireOperator();
  const limits = await readInstallationLimits({ userId: user.id });
  const number = (name: keyof typeof limits) => ({ name, saved: String(limits[name]), inputMode: "numeric" as const });
  const money = (name: "dailySpendCeilingCents" | "dailyRingCeilingCents") => ({
    name,
    saved: dollarsOf(limits[name]),
    inputMode: "decimal" as const,
  });
  return (
    <>
      <PageHeader
        title="Limits"
        lead="What the owners of workspaces may do by themselves. A workspace can have its own, on its page."
      />
      <div className="max-w-[760px] px-4 md:px-7">
        <ActionForm action={saveLimitsAction}>
          <Card title="Numbers and registration">
            <div className="grid gap-4 sm:grid-cols-2">
              <FormInput {...number("numbersPerWorkspace")} label="Numbers each workspace may buy" hint="0 for none" />
              <FormInput {...number("numbersForAll")} label="Numbers all of them together may buy" />
            </div>
            <div className="mt-4">
              <FormCheckbox
                name="ownersMayAttest"
                saved={limits.ownersMayAttest}
                label="Owners may say that their number is registered"
                detail="Without a registration US carriers stop texts. Leave it off unless you know their registrations."
              />
            </div>
          </Card>
          <Card title="The most owners may allow themselves">
            <div className="grid gap-4 sm:grid-cols-2">
              <FormInput {...number("hourlyCallerCeiling")} label="New callers texted in an hour" />
              <FormInput {...number("dailyCallerCeiling")} label="New callers texted in a day" />
              <FormInput {...money("dailySpendCeilingCents")} label="Texts, dollars in a day" />
              <FormInput {...money("dailyRingCeilingCents")} label="Ringing their phones, dollars in a day" />
            </div>
            <div className="mt-4">
              <RegionBoxes legend="Countries they may text to" saved={limits.regionsCeiling} />
            </div>
          </Card>
          <Card title="The whole installation">
            <FormInput
              {...number("dailyTextCeiling")}
              label="Texts of all workspaces in a day"
              hint="Counted by days of UTC. Beyond it nothing is texted until midnight; callers missed meanwhile can be texted by hand."
            />
          </Card>
          <div>
            <SubmitButton pendingWords="Saving">Save limits</SubmitButton>
          </div>
        </ActionForm>
      </div>
    </>
  );
}
