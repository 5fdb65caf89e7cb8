import { ActionForm } from "@/app/ui/action-form";
import { ButtonLink } from "@/app/ui/button";
import { Card } from "@/app/ui/card";
import { FormMessage } from "@/app/ui/form-message";
import { RadioCard } from "@/app/ui/radio-card";
import { SubmitButton } from "@/app/ui/submit-button";
import { Tag } from "@/app/ui/tag";
import { formatPhone } from "@/lib/phone/e164";
import { listAdoptableNumbers } from "@/lib/phone/setup-adoptable";
import { adoptAction } from "./number-actions";

type OwnNumbersProps = { slug: string; acting: { workspaceId: string; userId: string }; back: string };

/** Numbers that are in the Twilio account and not connected yet. */
export async function OwnNumbers({ slug, acting, back }: OwnNumbersProps) {
  const found = await listAdoptableNumbers(acting);
  const backLink = (
    <ButtonLink variant="ghost" href={back}>
      Get a new number
    </ButtonLink>
  );
  return (
    <Card title="Use a number you have">
      {!found.ok ? (
        <FormMessage>{found.words}</FormMessage>
      ) : found.numbers.length === 0 ? (
        <>
          <p className="mb-4 max-w-[60ch] text-ink-2">
            Every number in your Twilio account that takes calls and texts is connected already. To bring one from
            another company, port it to Twilio first.
          </p>
          {backLink}
        </>
      ) : (
        <ActionForm action={adoptAction.bind(null, slug)}>
          <fieldset className="grid grid-cols-1 gap-2">
            <legend className="mb-2 text-ink-2">
              These are in your Twilio account. We set where their calls and texts go.
            </legend>
            {found.numbers.map(({ sid, e164, name, inUseElsewhere }) => (
              <RadioCard
                key={sid}
                name="sid"
                value={sid}
                label={formatPhone(e164)}
                detail={
                  inUseElsewhere
                    ? "Another application answers it now. Connecting it takes its calls and texts away from there."
                    : name
                }
                aside={inUseElsewhere ? <Tag family="marker">In use</Tag> : undefined}
              />
            ))}
          </fieldset>
          <div className="flex flex-wrap gap-2">
            <SubmitButton pendingWords="Connecting">Connect number</SubmitButton>
            {backLink}
          </div>
        </ActionForm>
      )}
    </Card>
  );
}
