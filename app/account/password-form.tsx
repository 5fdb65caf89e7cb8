"use client";

import { useActionState } from "react";
import { FormMessage } from "@/app/ui/form-message";
import { PasswordInput } from "@/app/ui/password-input";
import { SubmitButton } from "@/app/ui/submit-button";
import { emptyForm } from "@/lib/form";
import { changePasswordAction } from "./actions";

export function PasswordForm({ email }: { email: string }) {
  const [state, action] = useActionState(changePasswordAction, emptyForm);
  return (
    <form action={action} noValidate className="flex flex-col gap-4">
      <div className="-mb-4 has-[p]:mb-0">
        <FormMessage family={state.ok ? "answer" : "stamp"}>{state.message}</FormMessage>
      </div>
      {/* Tells a password manager whose password this is. */}
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      <PasswordInput
        label="Password now"
        name="currentPassword"
        autoComplete="current-password"
        error={state.errors?.currentPassword}
      />
      <PasswordInput
        label="New password"
        name="newPassword"
        autoComplete="new-password"
        hint="10 characters or more. Your other devices are signed out."
        error={state.errors?.newPassword}
      />
      <SubmitButton className="self-start" pendingWords="Saving">
        Change password
      </SubmitButton>
    </form>
  );
}
