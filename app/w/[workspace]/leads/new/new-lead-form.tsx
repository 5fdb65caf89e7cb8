"use client";

import { useActionState } from "react";
import { ButtonLink } from "@/app/ui/button";
import { FormMessage } from "@/app/ui/form-message";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextInput } from "@/app/ui/text-input";
import { keepTyped } from "@/app/ui/unanswered";
import { emptyForm } from "@/lib/form";
import { makeLead } from "../actions";
import { FactFields } from "../fact-fields";

export function NewLeadForm({ slug }: { slug: string }) {
  const [state, act] = useActionState(keepTyped(makeLead.bind(null, slug)), emptyForm);
  return (
    <form action={act} className="flex flex-col gap-4">
      <TextInput
        name="phone"
        type="tel"
        label="Phone number"
        autoComplete="off"
        placeholder="(503) 555-0177"
        required
        defaultValue={state.values?.phone}
        error={state.errors?.phone}
      />
      <FactFields values={state.values ?? {}} errors={state.errors ?? {}} />
      <FormMessage>{state.message}</FormMessage>
      <div className="flex flex-wrap gap-2">
        <SubmitButton pendingWords="Adding lead">Add lead</SubmitButton>
        <ButtonLink href={`/w/${slug}/leads`} variant="ghost">
          Cancel
        </ButtonLink>
      </div>
    </form>
  );
}
