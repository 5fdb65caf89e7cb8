"use client";

import { type ReactNode, useActionState } from "react";
import type { FormAction } from "@/app/ui/action-form";
import { CopyButton } from "@/app/ui/copy-button";
import { FormMessage } from "@/app/ui/form-message";
import { TextInput } from "@/app/ui/text-input";
import { emptyForm, type FormState } from "@/lib/form";

type LinkFormProps = {
  action: FormAction;
  /** The fields and the button, given what the form last answered. */
  children: ReactNode | ((state: FormState) => ReactNode);
};

/** A form whose answer may be a link that is shown once, to be copied. */
export function LinkForm({ action, children }: LinkFormProps) {
  const [state, submit] = useActionState(action, emptyForm);
  const link = state.ok ? state.values?.link : undefined;
  return (
    <form action={submit} noValidate className="flex flex-col gap-4">
      {typeof children === "function" ? children(state) : children}
      {state.message ? <FormMessage family={state.ok ? "answer" : "stamp"}>{state.message}</FormMessage> : null}
      {link ? (
        <div className="flex flex-wrap items-end gap-2">
          <div className="min-w-56 grow">
            <TextInput label="Link, shown once" readOnly value={link} onFocus={(event) => event.target.select()} />
          </div>
          <CopyButton text={link} label="Copy link" />
        </div>
      ) : null}
    </form>
  );
}
