import { ActionForm, FormInput, FormSelect, FormSwitch } from "@/app/ui/action-form";
import { Button } from "@/app/ui/button";
import { Card } from "@/app/ui/card";
import { PhoneNumber } from "@/app/ui/phone-number";
import { Status } from "@/app/ui/status";
import { SubmitButton } from "@/app/ui/submit-button";
import { formatCents } from "@/lib/format/money";
import { minuteMills } from "@/lib/phone/costs";
import { formatPhone } from "@/lib/phone/e164";
import type { PhoneLine, Ringing } from "@/lib/phone/queries";
import { MOST_RING_PHONES, RING_SECONDS, whyNotRung } from "@/lib/phone/setup";
import { addRingPhoneAction, changeRingingAction, moveRingPhoneAction, removeRingPhoneAction } from "./line-actions";
import type { LinePage } from "./line-cards";

export function RingPhonesCard({ line, page: { slug, canEdit, ringing } }: { line: PhoneLine; page: LinePage }) {
  const which = { slug, numberId: line.id };
  const direct = line.mode === "direct";
  return (
    <Card id="phones" title="Phones to ring">
      <p className="mb-4 max-w-[60ch] text-ink-2">
        {direct
          ? "Every call rings these phones. Whoever picks up presses 1, so that a voicemail can't take the call."
          : "When somebody you texted calls the Ringback number back, these phones ring. Everybody else gets a text."}
      </p>
      {isSpent(line, ringing) ? (
        <p className="mb-4">
          <Status family="stamp" icon="broken" wrap>
            Today's limit for calls to these phones is reached ({formatCents(ringing.ceilingMills / 10)}). Callers are
            treated as missed and texted until midnight UTC. The operator of this installation can raise it.
          </Status>
        </p>
      ) : null}
      {line.phones.length === 0 ? (
        <p className="text-ink-3">
          {direct ? "No phones yet, so every call is a missed call." : "No phones yet, so call-backs are missed calls."}
        </p>
      ) : (
        <ol className="divide-y divide-line border-line border-y">
          {line.phones.map((phone, index) => (
            <li key={phone.id} className="flex min-h-14 items-center gap-2 py-2">
              <div className="min-w-0 grow">
                <p className="truncate font-semibold">{phone.label}</p>
                <PhoneNumber e164={phone.e164} display={formatPhone(phone.e164)} className="text-ink-3 text-sm" />
                <NotRung words={whyNotRung(phone.e164, ringing.regions)} />
              </div>
              {canEdit ? (
                <>
                  {index > 0 ? (
                    <form action={moveRingPhoneAction.bind(null, { ...which, phoneId: phone.id, direction: "up" })}>
                      <Button type="submit" variant="ghost" icon="up" aria-label={`Ring ${phone.label} earlier`} />
                    </form>
                  ) : null}
                  <form action={removeRingPhoneAction.bind(null, { ...which, phoneId: phone.id })}>
                    <Button type="submit" variant="ghost" icon="close" aria-label={`Remove ${phone.label}`} />
                  </form>
                </>
              ) : null}
            </li>
          ))}
        </ol>
      )}
      {canEdit && line.phones.length < MOST_RING_PHONES ? (
        <div className="mt-4">
          <ActionForm key={line.phones.length} action={addRingPhoneAction.bind(null, which)}>
            <div className="grid grid-cols-1 items-start gap-3 md:grid-cols-2">
              <FormInput
                name="phone"
                saved=""
                label="Phone"
                type="tel"
                autoComplete="off"
                placeholder="(503) 555-0123"
                required
              />
              <FormInput name="label" saved="" label="Whose phone" placeholder="Luis, mobile" maxLength={40} required />
            </div>
            <div>
              <SubmitButton variant="secondary" icon="add" pendingWords="Adding">
                Add phone
              </SubmitButton>
            </div>
          </ActionForm>
        </div>
      ) : null}
      <div className="mt-5 border-line border-t pt-5">
        <ActionForm action={changeRingingAction.bind(null, which)} readOnly={!canEdit}>
          <div className="grid grid-cols-1 items-start gap-3 md:grid-cols-2">
            <FormSelect
              name="ringStrategy"
              saved={line.ringStrategy}
              label="They ring"
              options={[
                { value: "simultaneous", label: "All at once" },
                { value: "sequential", label: "One after the other" },
              ]}
            />
            <FormInput
              name="ringSeconds"
              saved={String(line.ringSeconds)}
              label="For"
              type="number"
              inputMode="numeric"
              min={RING_SECONDS.least}
              max={RING_SECONDS.most}
              end="seconds"
              hint={`${RING_SECONDS.least} to ${RING_SECONDS.most}. About 5 seconds a ring.`}
            />
          </div>
          <FormSwitch
            name="screening"
            saved={line.screening === "press_1"}
            label="Press 1 to take the call"
            detail="Without it, a voicemail that picks up counts as an answer, and the caller gets no text."
          />
          {canEdit ? (
            <div>
              <SubmitButton variant="secondary" pendingWords="Saving">
                Save
              </SubmitButton>
            </div>
          ) : null}
        </ActionForm>
      </div>
    </Card>
  );
}

/** The next call would not ring them any more. */
function isSpent({ phones }: PhoneLine, { regions, spentMills, ceilingMills }: Ringing): boolean {
  const rung = phones.filter(({ e164 }) => whyNotRung(e164, regions) === null);
  const next = rung.reduce((sum, { e164 }) => sum + minuteMills(e164), 0);
  return rung.length > 0 && spentMills + next > ceilingMills;
}

function NotRung({ words }: { words: string | null }) {
  if (!words) return null;
  return (
    <Status family="marker" icon="pending" wrap>
      Not rung. {words}
    </Status>
  );
}
