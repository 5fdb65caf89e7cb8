"use client";

import { useActionState } from "react";
import { AuthForm } from "@/app/(auth)/auth-form";
import { PasswordInput } from "@/app/ui/password-input";
import { SubmitButton } from "@/app/ui/submit-button";
import { emptyForm } from "@/lib/form";
import { confirmPasswordAction } from "./actions";

export function ConfirmPasswordForm({ next, email }: { next: string; email: string }) {
  const [state, action] = useActionState(confirmPasswordAction, emptyForm);
  return (
    <AuthForm action={action} state={state}>
      <input type="hidden" name="next" value={next} />
      {/* Tells a password manager whose password this is. */}
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      <PasswordInput
        large
        label="Password"
        name="password"
        autoComplete="current-password"
        error={state.errors?.password}
      />
      <SubmitButton size="large" wide className="mt-1.5" pendingWords="Checking">
        Go on
      </SubmitButton>
    </AuthForm>
  );
}
