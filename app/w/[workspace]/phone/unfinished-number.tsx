import { ActionForm } from "@/app/ui/action-form";
import { Card } from "@/app/ui/card";
import { SubmitButton } from "@/app/ui/submit-button";
import { formatPhone } from "@/lib/phone/e164";
import type { PhoneLine } from "@/lib/phone/queries";
import { connectAction } from "./number-actions";
import { ReleaseDialog } from "./number-card";

/** A purchase whose end was not seen: it can be finished, without buying twice, or given up. */
export function UnfinishedNumber({ slug, line, canEdit }: { slug: string; line: PhoneLine; canEdit: boolean }) {
  const number = formatPhone(line.e164);
  return (
    <Card title={`We're getting ${number}`}>
      <p className="mb-4 text-ink-2">
        This takes a few seconds. If it is still here after a minute, Twilio didn't answer: finish it, and we look
        whether it is yours already before we buy it.
      </p>
      {canEdit ? (
        <div className="flex flex-wrap items-start gap-2">
          <ActionForm action={connectAction.bind(null, slug)}>
            <input type="hidden" name="number" value={line.e164} />
            <SubmitButton pendingWords="Asking Twilio">Finish</SubmitButton>
          </ActionForm>
          <ReleaseDialog which={{ slug, numberId: line.id }} number={number} />
        </div>
      ) : null}
    </Card>
  );
}
