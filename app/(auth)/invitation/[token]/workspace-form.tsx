"use client";

import { useActionState } from "react";
import { AuthBar } from "@/app/(auth)/auth-bar";
import { AuthForm } from "@/app/(auth)/auth-form";
import { TimeZoneSelect } from "@/app/(auth)/time-zone-select";
import type { SelectOption } from "@/app/ui/select";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextInput } from "@/app/ui/text-input";
import { emptyForm, type FormState } from "@/lib/form";

type Props = { action: (state: FormState, form: FormData) => Promise<FormState>; zones: SelectOption[] };

/** Another workspace for somebody who has an account. */
export function WorkspaceForm({ action: open, zones }: Props) {
  const [state, action] = useActionState(open, emptyForm);
  const { values, errors } = state;
  return (
    <AuthForm action={action} state={state}>
      <TextInput
        large
        label="Business name"
        name="businessName"
        autoComplete="organization"
        maxLength={60}
        hint="Callers see it in the text they get."
        defaultValue={values?.businessName}
        error={errors?.businessName}
      />
      <TimeZoneSelect zones={zones} chosen={values?.timeZone} error={errors?.timeZone} />
      <AuthBar>
        <SubmitButton size="large" wide pendingWords="Making your workspace">
          Make my workspace
        </SubmitButton>
      </AuthBar>
    </AuthForm>
  );
}
