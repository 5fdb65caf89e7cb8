import { ActionForm, FormCheckbox } from "@/app/ui/action-form";
import { Card } from "@/app/ui/card";
import { Status } from "@/app/ui/status";
import { SubmitButton } from "@/app/ui/submit-button";
import { Time } from "@/app/ui/time";
import { formatFullMoment } from "@/lib/format/time";
import type { LinePage } from "./line-cards";
import { attestRegistrationAction, withdrawRegistrationAction } from "./number-actions";

export function RegistrationCard({ page }: { page: LinePage }) {
  const state = page.registration.registration;
  return (
    <Card id="registration" title="Text registration">
      {state === "not_needed" ? (
        <Status family="answer" icon="live" wrap>
          Your number needs no registration.
        </Status>
      ) : state === "approved" ? (
        <Registered page={page} />
      ) : (
        <Unregistered page={page} />
      )}
    </Card>
  );
}

function Registered({ page: { registration, timeZone, slug, canEdit } }: { page: LinePage }) {
  const { attestedAt, attestedByName } = registration;
  return (
    <>
      <Status family="answer" icon="live" wrap>
        Registered for texting.
      </Status>
      {attestedAt ? (
        <p className="mt-1 text-ink-2">
          Confirmed by {attestedByName ?? "somebody who has left"} on{" "}
          <Time at={attestedAt} title={formatFullMoment(attestedAt, timeZone)}>
            {formatFullMoment(attestedAt, timeZone)}
          </Time>
          .
        </p>
      ) : null}
      {canEdit ? (
        <ActionForm action={withdrawRegistrationAction.bind(null, slug)} className="mt-3">
          <div>
            <SubmitButton variant="ghost" pendingWords="Taking it back">
              It isn't registered
            </SubmitButton>
          </div>
        </ActionForm>
      ) : null}
    </>
  );
}

function Unregistered({ page: { registration, rights, slug, canEdit } }: { page: LinePage }) {
  return (
    <>
      <Status family="marker" icon="pending" wrap>
        {registration.registration === "rejected"
          ? "Carriers rejected the registration. No texts go out."
          : "Not registered yet. No texts go out until it is."}
      </Status>
      <p className="mt-2 max-w-[65ch] text-ink-2">
        Carriers in the US deliver texts from registered businesses only. Register your business and this number in the
        Twilio console, under Messaging, Regulatory Compliance. Carriers take up to three weeks.
      </p>
      {canEdit && rights.attest ? <p className="mt-4 max-w-[65ch]">{rights.attest.words}</p> : null}
      {canEdit && !rights.attest ? (
        <ActionForm action={attestRegistrationAction.bind(null, slug)} className="mt-4">
          <FormCheckbox
            name="registered"
            saved={false}
            label="This number is registered for texting in our Twilio account, and carriers approved it."
            detail="We write down your name and the time. Texts from a number that isn't registered are blocked, and can cost a fine."
          />
          <div>
            <SubmitButton variant="secondary" pendingWords="Saving">
              Confirm registration
            </SubmitButton>
          </div>
        </ActionForm>
      ) : null}
    </>
  );
}
