import { ActionForm, FormCheckbox } from "@/app/ui/action-form";
import { Card } from "@/app/ui/card";
import { CopyButton } from "@/app/ui/copy-button";
import { Dialog, DialogClose } from "@/app/ui/dialog";
import { PhoneNumber } from "@/app/ui/phone-number";
import { Status } from "@/app/ui/status";
import { SubmitButton } from "@/app/ui/submit-button";
import { formatPhone } from "@/lib/phone/e164";
import type { PhoneLine, PhoneRights } from "@/lib/phone/queries";
import type { LinePage } from "./line-cards";
import { checkWiringAction, releaseAction, repairWiringAction } from "./number-actions";

export function NumberCard({ line, page: { slug, canEdit, rights } }: { line: PhoneLine; page: LinePage }) {
  const which = { slug, numberId: line.id };
  const number = formatPhone(line.e164);
  return (
    <Card label="Your Ringback number">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <div className="min-w-0 grow">
          <p className="font-semibold text-ink-2 text-sm">Your Ringback number</p>
          <p className="font-bold font-display text-[1.75rem] leading-tight tracking-[-0.02em] md:text-headline">
            <PhoneNumber e164={line.e164} display={number} />
          </p>
        </div>
        <CopyButton text={line.e164} label="Copy number" />
      </div>
      <div className="mt-4 border-line border-t pt-4">
        {line.wiringProblem ? (
          <Status family="stamp" icon="broken" wrap>
            {line.wiringProblem}
          </Status>
        ) : (
          <Status family="answer" icon="live" wrap>
            Twilio sends its calls and texts to us.
          </Status>
        )}
        {canEdit ? (
          <div className="mt-3 flex flex-wrap items-start gap-2">
            {line.wiringProblem ? (
              <ActionForm action={repairWiringAction.bind(null, which)}>
                <SubmitButton icon="retry" pendingWords="Repairing">
                  Repair
                </SubmitButton>
              </ActionForm>
            ) : null}
            <ActionForm action={checkWiringAction.bind(null, which)}>
              <SubmitButton variant="secondary" pendingWords="Asking Twilio">
                Check with Twilio
              </SubmitButton>
            </ActionForm>
            <div className="md:ml-auto">
              <ReleaseDialog
                which={which}
                number={number}
                canKeep={rights.isOperator}
                isGivenBack={givenBack(line, rights)}
              />
            </div>
          </div>
        ) : null}
      </div>
    </Card>
  );
}

/** Owners give back what they did not buy; only operators delete it. */
function givenBack({ origin }: PhoneLine, { isOperator }: PhoneRights): boolean {
  return !isOperator && origin !== "bought";
}

type ReleaseProps = {
  which: { slug: string; numberId: string };
  number: string;
  canKeep?: boolean;
  isGivenBack?: boolean;
};

export function ReleaseDialog({ which, number, canKeep, isGivenBack }: ReleaseProps) {
  return (
    <Dialog
      title={`Release ${number}`}
      description={`Calls and texts to this number stop reaching you at once, and ${isGivenBack ? "it goes back to the operator of this installation" : "somebody else can get it"}. Your calls, leads and conversations stay.`}
      trigger={{ label: "Release number", variant: "ghost" }}
    >
      <ActionForm action={releaseAction.bind(null, which)}>
        {canKeep ? (
          <FormCheckbox
            name="keep"
            saved={false}
            label="Keep it in the Twilio account"
            detail="Disconnects it from Ringback and goes on paying Twilio for it."
          />
        ) : null}
        <div className="flex flex-wrap justify-end gap-2">
          <DialogClose>Keep number</DialogClose>
          <SubmitButton variant="danger" icon="delete" pendingWords="Releasing">
            Release number
          </SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  );
}
