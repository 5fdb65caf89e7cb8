import { ActionForm, FormInput } from "@/app/ui/action-form";
import { Card } from "@/app/ui/card";
import { PhoneNumber } from "@/app/ui/phone-number";
import { SubmitButton } from "@/app/ui/submit-button";
import { formatPhone } from "@/lib/phone/e164";
import { findForwardingCarrier } from "@/lib/phone/forwarding-codes";
import type { PhoneLine } from "@/lib/phone/queries";
import { CarrierChoice } from "./carrier-choice";
import { ForwardingCheck } from "./forwarding-check";
import { ForwardingCodes } from "./forwarding-codes-shown";
import { changeBusinessLineAction } from "./line-actions";
import type { LinePage } from "./line-cards";

/** The business line, the code that makes its phone company forward, and the proof that it does. */
export function ForwardingCard({ line, page }: { line: PhoneLine; page: LinePage }) {
  const { slug, canEdit } = page;
  const which = { slug, numberId: line.id };
  const carrier = findForwardingCarrier(line.carrier);
  return (
    <Card id="forwarding" title="Send us the calls you miss">
      <div className="flex flex-col gap-6">
        <p className="-mt-1.5 text-ink-2">Dial one code on your phone. It still rings first, every time.</p>
        <ActionForm action={changeBusinessLineAction.bind(null, which)} readOnly={!canEdit}>
          <div className="flex flex-col gap-3 md:flex-row md:items-start">
            <div className="grow">
              <FormInput
                name="businessLine"
                saved={line.businessLineE164 ? formatPhone(line.businessLineE164) : ""}
                label="Your business line"
                hint="The number your customers call. You keep it."
                type="tel"
                autoComplete="off"
                placeholder="(503) 555-0199"
              />
            </div>
            {canEdit ? (
              <SubmitButton
                variant={line.businessLineE164 ? "secondary" : "primary"}
                className="md:mt-6 md:h-10"
                pendingWords="Saving"
              >
                Save line
              </SubmitButton>
            ) : null}
          </div>
        </ActionForm>
        {line.businessLineE164 ? (
          <>
            {canEdit ? <CarrierChoice which={which} line={line} /> : null}
            {carrier ? (
              <ForwardingCodes
                carrier={carrier}
                attempt={page.query.code ?? 0}
                line={line}
                href={(code) => `/w/${slug}/phone?number=${line.id}&code=${code}#forwarding-code`}
              />
            ) : null}
            <ForwardingCheck
              line={line}
              businessLine={
                <PhoneNumber plain e164={line.businessLineE164} display={formatPhone(line.businessLineE164)} />
              }
              page={page}
            />
          </>
        ) : null}
      </div>
    </Card>
  );
}
