"use client";

import { useActionState } from "react";
import { AuthBar } from "@/app/(auth)/auth-bar";
import { AuthForm } from "@/app/(auth)/auth-form";
import { DeviceTimeZone, TimeZoneSelect } from "@/app/(auth)/time-zone-select";
import { PasswordInput } from "@/app/ui/password-input";
import type { SelectOption } from "@/app/ui/select";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextInput } from "@/app/ui/text-input";
import { emptyForm, type FormState } from "@/lib/form";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  words: string;
  /** The address the account is for; without one it is asked for. */
  email?: string;
  /** The zones to choose from; without them the device's is taken, which set-up shows. */
  zones?: SelectOption[];
};

/** Makes an account and its workspace, from a link that lets one. */
export function AccountForm({ action: make, words, email, zones }: Props) {
  const [state, action] = useActionState(make, emptyForm);
  const { values, errors } = state;
  return (
    <AuthForm action={action} state={state}>
      <TextInput
        large
        label="Business name"
        name="businessName"
        autoComplete="organization"
        maxLength={60}
        hint={email ? "Callers see it in the text they get." : undefined}
        defaultValue={values?.businessName}
        error={errors?.businessName}
      />
      <TextInput
        large
        label="Your name"
        name="name"
        autoComplete="name"
        maxLength={80}
        defaultValue={values?.name}
        error={errors?.name}
      />
      {email ? (
        // Tells a password manager whose password this is.
        <input type="email" autoComplete="username" value={email} readOnly hidden />
      ) : (
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
      )}
      {zones ? <TimeZoneSelect zones={zones} chosen={values?.timeZone} error={errors?.timeZone} /> : <DeviceTimeZone />}
      <PasswordInput
        large
        label="Password"
        name="password"
        autoComplete="new-password"
        hint="10 characters or more."
        error={errors?.password}
      />
      <AuthBar>
        <SubmitButton size="large" wide pendingWords="Making your account">
          {words}
        </SubmitButton>
      </AuthBar>
    </AuthForm>
  );
}
