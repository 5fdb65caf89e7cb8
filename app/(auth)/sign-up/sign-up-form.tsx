"use client";

import { useActionState } from "react";
import { AuthBar } from "@/app/(auth)/auth-bar";
import { AuthForm } from "@/app/(auth)/auth-form";
import { AuthTitle } from "@/app/(auth)/auth-title";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextInput } from "@/app/ui/text-input";
import { TextLink } from "@/app/ui/text-link";
import { emptyForm } from "@/lib/form";
import { requestSignUpAction } from "./actions";
import { LinkMailed } from "./link-mailed";

/** Asks for the address alone, then says where the link went. `mailbox`: where the demo's mail can be read. */
export function SignUpForm({ mailbox }: { mailbox?: string }) {
  const [state, action] = useActionState(requestSignUpAction, emptyForm);
  if (state.ok) return <LinkMailed email={state.values?.email ?? ""} {...{ state, action, mailbox }} />;
  return (
    <>
      <AuthTitle title="Start free">
        Have an account? <TextLink href="/sign-in">Sign in</TextLink>
      </AuthTitle>
      <AuthForm action={action} state={state}>
        <TextInput
          large
          label="Email"
          name="email"
          type="email"
          autoComplete="username"
          maxLength={254}
          hint="We mail you a link. You choose a password when you open it."
          defaultValue={state.values?.email}
          error={state.errors?.email}
        />
        <AuthBar>
          <SubmitButton size="large" wide pendingWords="Sending">
            Mail me a link
          </SubmitButton>
        </AuthBar>
      </AuthForm>
    </>
  );
}
