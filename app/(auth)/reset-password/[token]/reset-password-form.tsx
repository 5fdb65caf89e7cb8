"use client";

import { useActionState } from "react";
import { AuthForm } from "@/app/(auth)/auth-form";
import { PasswordInput } from "@/app/ui/password-input";
import { SubmitButton } from "@/app/ui/submit-button";
import { emptyForm } from "@/lib/form";
import { resetPasswordAction } from "./actions";

export function ResetPasswordForm({ token, email }: { token: string; email: string }) {
  const [state, action] = useActionState(resetPasswordAction, emptyForm);
  return (
    <AuthForm action={action} state={state}>
      <input type="hidden" name="token" value={token} />
      {/* Tells a password manager whose password this is. */}
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      <PasswordInput
        large
        label="New password"
        name="password"
        autoComplete="new-password"
        hint="10 characters or more."
        error={state.errors?.password}
      />
      <SubmitButton size="large" wide className="mt-1.5" pendingWords="Saving">
        Set new password
      </SubmitButton>
    </AuthForm>
  );
}
