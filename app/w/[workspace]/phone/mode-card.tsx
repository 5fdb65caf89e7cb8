import { ActionForm } from "@/app/ui/action-form";
import { Card } from "@/app/ui/card";
import { RadioCard } from "@/app/ui/radio-card";
import { SubmitButton } from "@/app/ui/submit-button";
import { Tag } from "@/app/ui/tag";
import { formatPhone } from "@/lib/phone/e164";
import type { PhoneLine } from "@/lib/phone/queries";
import { changeModeAction } from "./line-actions";
import type { LinePage } from "./line-cards";

export function ModeCard({ line, page: { slug, canEdit } }: { line: PhoneLine; page: LinePage }) {
  const number = formatPhone(line.e164);
  return (
    <Card title="How calls come in">
      <ActionForm key={line.mode} action={changeModeAction.bind(null, { slug, numberId: line.id })} readOnly={!canEdit}>
        <div role="radiogroup" aria-label="How calls come in" className="grid grid-cols-1 gap-2">
          <RadioCard
            name="mode"
            value="forwarding"
            defaultChecked={line.mode === "forwarding"}
            label="Forwarding"
            detail="You keep your number. Your phone company sends us the calls you miss."
            aside={<Tag family="answer">Recommended</Tag>}
          />
          <RadioCard
            name="mode"
            value="direct"
            defaultChecked={line.mode === "direct"}
            label="Direct"
            detail={`Customers call ${number}. We ring your phones, and text when nobody picks up.`}
          />
        </div>
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
