import { ActionForm, FormInput, FormSwitch } from "@/app/ui/action-form";
import { Card } from "@/app/ui/card";
import { SubmitButton } from "@/app/ui/submit-button";
import type { RecoverySettings } from "@/lib/recovery/settings-queries";
import { saveWaitAction } from "./actions";
import type { Section } from "./section";
import { WaitChoice } from "./wait-choice";

export function WaitCard({ section: { slug, canEdit }, settings }: { section: Section; settings: RecoverySettings }) {
  return (
    <Card id="wait" title="Who gets a text">
      <ActionForm action={saveWaitAction.bind(null, slug)} readOnly={!canEdit}>
        <WaitChoice saved={settings.coolDownMinutes} />
        <div className="grid grid-cols-1 items-start gap-4 md:grid-cols-2">
          <FormInput
            name="activeConversationMinutes"
            saved={String(settings.activeConversationMinutes)}
            label="A conversation is going on for"
            hint="After the last message. Whoever calls in that time gets no automatic text."
            type="number"
            inputMode="numeric"
            end="minutes"
          />
          <FormInput
            name="quietAfterDays"
            saved={String(settings.quietAfterDays)}
            label="A lead has gone quiet after"
            hint="Without a reply from them."
            type="number"
            inputMode="numeric"
            end="days"
          />
        </div>
        <FormSwitch
          name="textVoicemailCalls"
          saved={settings.textVoicemailCalls}
          label="Text callers who reached a voicemail"
          detail="Only matters when a phone can take a call without pressing 1."
        />
        {canEdit ? (
          <div>
            <SubmitButton variant="secondary" pendingWords="Saving">
              Save
            </SubmitButton>
          </div>
        ) : null}
      </ActionForm>
    </Card>
  );
}
