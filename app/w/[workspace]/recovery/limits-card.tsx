import { ActionForm, FormCheckbox, FormInput, FormSwitch } from "@/app/ui/action-form";
import { Card } from "@/app/ui/card";
import { SubmitButton } from "@/app/ui/submit-button";
import { REGIONS } from "@/lib/recovery/settings-parts";
import type { RecoverySettings } from "@/lib/recovery/settings-queries";
import { saveLimitsAction } from "./actions";
import { FieldError } from "./field-error";
import type { Section } from "./section";

export function LimitsCard({ section: { slug, canEdit }, settings }: { section: Section; settings: RecoverySettings }) {
  return (
    <Card id="limits" title="Safe limits">
      <ActionForm action={saveLimitsAction.bind(null, slug)} readOnly={!canEdit}>
        <p className="-mt-1 max-w-[65ch] text-ink-2">
          They stop misuse: somebody who calls from thousands of numbers to run up your bill. Callers over a limit are
          logged and kept as leads.
        </p>
        <div className="grid grid-cols-1 items-start gap-4 md:grid-cols-3">
          <FormInput
            name="hourlyCallerCap"
            saved={String(settings.hourlyCallerCap)}
            label="Callers texted an hour"
            type="number"
            inputMode="numeric"
          />
          <FormInput
            name="dailyCallerCap"
            saved={String(settings.dailyCallerCap)}
            label="Callers texted a day"
            type="number"
            inputMode="numeric"
          />
          <FormInput
            name="dailySpendCap"
            saved={String(settings.dailySpendCapCents / 100)}
            label="Dollars a day"
            hint="An estimate of what Twilio charges."
            type="number"
            inputMode="decimal"
            step="0.5"
          />
        </div>
        <fieldset>
          <legend className="mb-1 font-semibold text-ink-2 text-sm">Countries you text</legend>
          <div className="grid grid-cols-1 gap-x-6 sm:grid-cols-2 md:grid-cols-4">
            {REGIONS.map(({ code, name }) => (
              <FormCheckbox key={code} name={`region${code}`} saved={settings.regions.includes(code)} label={name} />
            ))}
          </div>
          <FieldError name="regions" />
        </fieldset>
        <FormSwitch
          name="lookUpLineType"
          saved={settings.lookUpLineType}
          label="Look for landlines before texting"
          detail="Twilio charges about half a cent for each new caller. Without it, texts to landlines fail."
        />
        {canEdit ? (
          <div>
            <SubmitButton variant="secondary" pendingWords="Saving">
              Save limits
            </SubmitButton>
          </div>
        ) : null}
      </ActionForm>
    </Card>
  );
}
