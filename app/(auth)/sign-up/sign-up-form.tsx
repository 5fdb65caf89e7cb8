"use client";

import { useActionState } from "react";
import { AuthForm } from "@/app/(auth)/auth-form";
import { PasswordInput } from "@/app/ui/password-input";
import type { SelectOption } from "@/app/ui/select";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextInput } from "@/app/ui/text-input";
import { emptyForm } from "@/lib/form";
import { signUpAction } from "./actions";
import { TimeZoneSelect } from "./time-zone-select";

export function SignUpForm({ zones }: { zones: SelectOption[] }) {
  const [state, action] = useActionState(signUpAction, emptyForm);
  const { values, errors } = state;
  return (
    <AuthForm action={action} state={state}>
      <TextInput
        large
        label="Your name"
        name="name"
        autoComplete="name"
        maxLength={80}
        defaultValue={values?.name}
        error={errors?.name}
      />
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
      <TextInput
        large
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        maxLength={254}
        defaultValue={values?.email}
        error={errors?.email}
      />
      <PasswordInput
        large
        label="Password"
        name="password"
        autoComplete="new-password"
        hint="10 characters or more."
        error={errors?.password}
      />
      <SubmitButton size="large" wide className="mt-1.5" pendingWords="Making your workspace">
        Make my workspace
      </SubmitButton>
    </AuthForm>
  );
}
