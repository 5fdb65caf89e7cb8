"use client";

import { useActionState } from "react";
import type { ButtonLook } from "@/app/ui/button-look";
import { FormMessage } from "@/app/ui/form-message";
import { SubmitButton } from "@/app/ui/submit-button";
import { keepTyped } from "@/app/ui/unanswered";
import { emptyForm, type FormState } from "@/lib/form";

type CallActionProps = ButtonLook & { action: (state: FormState) => Promise<FormState>; label: string };

/** A press that does something about a call, and says so when it could not. */
export function CallAction({ action, label, ...look }: CallActionProps) {
  const [state, submit] = useActionState(keepTyped(action), emptyForm);
  return (
    <form action={submit} className="flex flex-col gap-2">
      <SubmitButton {...look}>{label}</SubmitButton>
      <FormMessage>{state.ok ? null : state.message}</FormMessage>
    </form>
  );
}
