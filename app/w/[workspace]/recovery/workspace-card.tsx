import { ActionForm } from "@/app/ui/action-form";
import { Card } from "@/app/ui/card";
import { Status } from "@/app/ui/status";
import { SubmitButton } from "@/app/ui/submit-button";
import { switchWorkspaceAction } from "./actions";
import type { Section } from "./section";

/** The switch of everything: above the settings while it is off, since none of them counts then, else below them. */
export function WorkspaceCard({ section: { slug, canEdit }, active }: { section: Section; active: boolean }) {
  return (
    <Card id="workspace" label="This workspace">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
        <div className="min-w-56 grow">
          <h2 className="mb-1 text-section">{active ? "This workspace is on" : "This workspace is off"}</h2>
          {active ? (
            <p className="max-w-[65ch] text-ink-2">
              Off, calls are logged and make no leads, and no text goes out, not even one you write.
            </p>
          ) : (
            <Status
              family="quiet"
              icon="stopped"
              wrap
              detail="Calls are logged and make no leads, and no text goes out, not even one you write."
            >
              Nobody is texted
            </Status>
          )}
        </div>
        {canEdit ? (
          <ActionForm action={switchWorkspaceAction.bind(null, slug)}>
            <input type="hidden" name="active" value={active ? "off" : "on"} />
            <SubmitButton
              {...(active
                ? { variant: "secondary" as const }
                : { size: "large" as const, variant: "primary" as const })}
              pendingWords="Saving"
            >
              {active ? "Turn workspace off" : "Turn workspace on"}
            </SubmitButton>
          </ActionForm>
        ) : null}
      </div>
    </Card>
  );
}
