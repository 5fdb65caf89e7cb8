"use client";

import { useActionState } from "react";
import { AuthForm } from "@/app/(auth)/auth-form";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextInput } from "@/app/ui/text-input";
import { emptyForm } from "@/lib/form";
import { forgotPasswordAction } from "./actions";

export function ForgotPasswordForm() {
  const [state, action] = useActionState(forgotPasswordAction, emptyForm);
  return (
    <AuthForm action={action} state={state}>
      <TextInput
        large
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        defaultValue={state.values?.email}
        error={state.errors?.email}
      />
      <SubmitButton size="large" wide className="mt-1.5" pendingWords="Sending">
        Mail me a link
      </SubmitButton>
    </AuthForm>
  );
}
