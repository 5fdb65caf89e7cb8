"use client";

import { useActionState } from "react";
import { AuthForm } from "@/app/(auth)/auth-form";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextInput } from "@/app/ui/text-input";
import { emptyForm } from "@/lib/form";
import { showCodeAction } from "./actions";

export function CodeForm({ next }: { next: string }) {
  const [state, action] = useActionState(showCodeAction, emptyForm);
  return (
    <AuthForm action={action} state={state}>
      <input type="hidden" name="next" value={next} />
      <TextInput
        large
        label="Code"
        name="code"
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={60}
        hint="Six digits from your app, or one of your recovery codes."
        defaultValue={state.values?.code}
        error={state.errors?.code}
      />
      <SubmitButton size="large" wide className="mt-1.5" pendingWords="Checking">
        Go on
      </SubmitButton>
    </AuthForm>
  );
}
