"use client";

import { useActionState } from "react";
import { FormMessage } from "@/app/ui/form-message";
import { PasswordInput } from "@/app/ui/password-input";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextInput } from "@/app/ui/text-input";
import { TextLink } from "@/app/ui/text-link";
import { emptyForm } from "@/lib/form";
import { signInAction } from "./actions";

export function SignInForm({ next, problem }: { next: string; problem?: string }) {
  const [state, action] = useActionState(signInAction, problem ? { ok: false, message: problem } : emptyForm);
  return (
    <form action={action} noValidate className="flex flex-col gap-[18px]">
      <FormMessage>{state.message}</FormMessage>
      <input type="hidden" name="next" value={next} />
      <TextInput
        large
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        defaultValue={state.values?.email}
        error={state.errors?.email}
      />
      <PasswordInput
        large
        label="Password"
        name="password"
        autoComplete="current-password"
        aside={<TextLink href="/forgot-password">Forgot it?</TextLink>}
        error={state.errors?.password}
      />
      <SubmitButton size="large" wide className="mt-1.5" pendingWords="Signing in">
        Sign in
      </SubmitButton>
    </form>
  );
}
