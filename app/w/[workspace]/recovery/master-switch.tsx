import { ActionForm, FormSelect } from "@/app/ui/action-form";
import { Card } from "@/app/ui/card";
import { Status } from "@/app/ui/status";
import { SubmitButton } from "@/app/ui/submit-button";
import { Time } from "@/app/ui/time";
import { formatFullMoment, formatMoment } from "@/lib/format/time";
import { switchAction } from "./actions";
import { pauseAction, resumeAction } from "./people-actions";
import type { Section } from "./section";

type Props = {
  section: Section;
  state: { active: boolean; textBackOn: boolean; pausedUntil: Date | null; pausedByName: string | null };
  clock: { now: Date; timeZone: string };
};

export function MasterSwitch({ section: { slug, canEdit }, state, clock }: Props) {
  const { textBackOn, pausedUntil } = state;
  return (
    <Card id="switch" label="Automatic texts">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
        <div className="min-w-56 grow">
          <h2 className="mb-1 text-section">Text missed callers</h2>
          <StateWords state={state} clock={clock} />
        </div>
        {canEdit ? (
          <ActionForm action={switchAction.bind(null, slug)}>
            <input type="hidden" name="textBackOn" value={textBackOn ? "off" : "on"} />
            <SubmitButton size="large" variant={textBackOn ? "secondary" : "primary"} pendingWords="Saving">
              {textBackOn ? "Turn off" : "Turn on"}
            </SubmitButton>
          </ActionForm>
        ) : null}
      </div>
      {canEdit && textBackOn ? (
        <div className="mt-4 border-line border-t pt-4">
          {pausedUntil ? (
            <ActionForm action={resumeAction.bind(null, slug)}>
              <div>
                <SubmitButton pendingWords="Resuming">Resume now</SubmitButton>
              </div>
            </ActionForm>
          ) : (
            <ActionForm action={pauseAction.bind(null, slug)}>
              <div className="flex flex-wrap items-end gap-2">
                <FormSelect
                  name="hours"
                  saved="1"
                  label="Pause for"
                  options={[
                    { value: "1", label: "1 hour" },
                    { value: "3", label: "3 hours" },
                    { value: "8", label: "8 hours" },
                    { value: "24", label: "A day" },
                    { value: "72", label: "3 days" },
                    { value: "168", label: "A week" },
                    { value: "336", label: "2 weeks" },
                  ]}
                />
                <SubmitButton
                  variant="secondary"
                  icon="paused"
                  className="md:h-10 max-md:h-[54px]"
                  pendingWords="Pausing"
                >
                  Pause texts
                </SubmitButton>
              </div>
            </ActionForm>
          )}
        </div>
      ) : null}
    </Card>
  );
}

function StateWords({
  state: { active, textBackOn, pausedUntil, pausedByName },
  clock: { now, timeZone },
}: Omit<Props, "section">) {
  if (!textBackOn) {
    return (
      <Status family="quiet" icon="stopped" wrap detail="Calls are still logged and leads still kept.">
        Automatic texts are off
      </Status>
    );
  }
  if (!active) {
    return (
      <Status family="quiet" icon="stopped" wrap detail="Missed callers are texted again once the workspace is on.">
        On, but the workspace is off
      </Status>
    );
  }
  if (pausedUntil) {
    return (
      <Status family="quiet" icon="paused" wrap detail="Calls are still logged and leads still kept.">
        Paused by {pausedByName ?? "somebody who has left"} until{" "}
        <Time at={pausedUntil} title={formatFullMoment(pausedUntil, timeZone)}>
          {formatMoment(pausedUntil, now, timeZone)}
        </Time>
      </Status>
    );
  }
  return (
    <Status
      family="answer"
      icon="live"
      wrap
      detail="Every missed caller gets the first text, unless a rule below says no."
    >
      Automatic texts are on
    </Status>
  );
}
