import { ActionForm, FormSwitch } from "@/app/ui/action-form";
import { Card } from "@/app/ui/card";
import { SubmitButton } from "@/app/ui/submit-button";
import type { RecoverySettings } from "@/lib/recovery/settings-queries";
import { saveHoursAction } from "./actions";
import { DayHours } from "./day-hours";
import { FieldError } from "./field-error";
import type { Section } from "./section";

const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;
/** The working week first, as people think of it. */
const ORDER = [1, 2, 3, 4, 5, 6, 0] as const;

type Props = { section: Section; settings: RecoverySettings; timeZone: string };

export function HoursCard({ section: { slug, canEdit }, settings, timeZone }: Props) {
  return (
    <Card id="hours" title="Texting hours">
      <ActionForm action={saveHoursAction.bind(null, slug)} readOnly={!canEdit}>
        <p className="-mt-1 text-ink-2">
          Automatic texts wait for these hours. Times are in {timeZone.replaceAll("_", " ")}.
        </p>
        <div className="divide-y divide-line border-line border-y">
          {ORDER.map((day) => (
            <DayHours key={day} day={day} name={DAYS[day]} saved={settings.textingHours[day]?.[0] ?? null} />
          ))}
        </div>
        <FieldError name="textingHours" />
        <FormSwitch
          name="holdReplies"
          saved={!settings.replyAnyHour}
          label="Hold the first text until morning too"
          detail="Normally it goes out at any hour, because it answers a call they made minutes before."
        />
        {canEdit ? (
          <div>
            <SubmitButton variant="secondary" pendingWords="Saving">
              Save hours
            </SubmitButton>
          </div>
        ) : null}
      </ActionForm>
    </Card>
  );
}
