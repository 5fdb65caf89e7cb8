import { ActionForm, FormArea } from "@/app/ui/action-form";
import { Button, ButtonLink } from "@/app/ui/button";
import { Card } from "@/app/ui/card";
import { PhoneNumber } from "@/app/ui/phone-number";
import { SubmitButton } from "@/app/ui/submit-button";
import { formatPhone } from "@/lib/phone/e164";
import { listExcludedNumbers } from "@/lib/recovery/settings-queries";
import { addExcludedAction, removeExcludedAction } from "./people-actions";
import type { Section } from "./section";

const lists = {
  personal: {
    title: "Personal contacts",
    about: "Family, friends, suppliers. Their calls are logged, and they get no text and become no lead.",
    none: "Nobody yet.",
  },
  blocked: {
    title: "Blocked numbers",
    about: "Spam and people you don't want to hear from. No text, no lead.",
    none: "Nobody is blocked.",
  },
} as const;

type Props = { section: Section; workspaceId: string; kind: "personal" | "blocked"; after?: string };

export async function ExcludedCard({ section: { slug, canEdit }, workspaceId, kind, after }: Props) {
  const { numbers, next } = await listExcludedNumbers(workspaceId, { kind, after });
  const { title, about, none } = lists[kind];
  const page = `/w/${slug}/recovery`;
  return (
    <Card id={kind} title={title}>
      <p className="-mt-1 mb-3 text-ink-2">{about}</p>
      {numbers.length === 0 ? (
        <p className="text-ink-3">{after ? "No more numbers." : none}</p>
      ) : (
        <ul className="divide-y divide-line border-line border-y">
          {numbers.map(({ id, e164, label }) => (
            <li key={id} className="flex min-h-14 items-center gap-3 py-1.5">
              <div className="min-w-0 grow">
                {label ? <p className="truncate font-semibold">{label}</p> : null}
                <PhoneNumber
                  e164={e164}
                  display={formatPhone(e164)}
                  className={label ? "text-ink-3 text-sm" : "font-semibold"}
                />
              </div>
              {canEdit ? (
                <form action={removeExcludedAction.bind(null, { slug, id })}>
                  <Button
                    type="submit"
                    variant="ghost"
                    icon="close"
                    aria-label={`Remove ${label || formatPhone(e164)} from ${title}`}
                  />
                </form>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {after || next ? (
        <div className="mt-3 flex gap-2">
          {after ? (
            <ButtonLink variant="ghost" href={page} scroll={false}>
              First page
            </ButtonLink>
          ) : null}
          {next ? (
            <ButtonLink href={`${page}?${kind}=${encodeURIComponent(next)}`} scroll={false}>
              Show more
            </ButtonLink>
          ) : null}
        </div>
      ) : null}
      {canEdit ? (
        <div className="mt-4">
          <ActionForm action={addExcludedAction.bind(null, { slug, kind })}>
            <FormArea
              name="pasted"
              saved=""
              label="Add numbers"
              hint="One a line, with a name if you like: (503) 555-0142, Mom"
              rows={2}
              autoComplete="off"
            />
            <div>
              <SubmitButton variant="secondary" icon="add" pendingWords="Adding">
                Add
              </SubmitButton>
            </div>
          </ActionForm>
        </div>
      ) : null}
    </Card>
  );
}
