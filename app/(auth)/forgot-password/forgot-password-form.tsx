"use client";

import { useActionState } from "react";
import { FormMessage } from "@/app/ui/form-message";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextInput } from "@/app/ui/text-input";
import { emptyForm } from "@/lib/form";
import { forgotPasswordAction } from "./actions";

export function ForgotPasswordForm() {
  const [state, action] = useActionState(forgotPasswordAction, emptyForm);
  return (
    <form action={action} noValidate className="flex flex-col gap-[18px]">
      <FormMessage family={state.ok ? "answer" : "stamp"}>{state.message}</FormMessage>
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
    </form>
  );
}
