"use client";

import { useActionState } from "react";
import { AuthBar } from "@/app/(auth)/auth-bar";
import { AuthForm } from "@/app/(auth)/auth-form";
import { SubmitButton } from "@/app/ui/submit-button";
import { emptyForm, type FormState } from "@/lib/form";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  words: string;
  pendingWords: string;
};

/** The one button of a page that a mailed link leads to. */
export function TapForm({ action, words, pendingWords }: Props) {
  const [state, send] = useActionState(action, emptyForm);
  return (
    <AuthForm action={send} state={state}>
      {state.ok ? null : (
        <AuthBar>
          <SubmitButton size="large" wide pendingWords={pendingWords}>
            {words}
          </SubmitButton>
        </AuthBar>
      )}
    </AuthForm>
  );
}
