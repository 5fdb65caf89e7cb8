"use client";

import { useActionState } from "react";
import { AuthForm } from "@/app/(auth)/auth-form";
import { Button } from "@/app/ui/button";
import { PasswordInput } from "@/app/ui/password-input";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextInput } from "@/app/ui/text-input";
import { TextLink } from "@/app/ui/text-link";
import type { FormState } from "@/lib/form";
import { signInAction } from "./actions";

export function SignInForm({ next, start }: { next: string; start: FormState }) {
  const [state, action] = useActionState(signInAction, start);
  return (
    <AuthForm action={action} state={state}>
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
      <Button type="submit" name="how" value="link" variant="ghost" size="large" wide icon="mail" className="-mt-2.5">
        Email me a link instead
      </Button>
    </AuthForm>
  );
}
