"use client";

import { type ReactNode, useActionState } from "react";
import { Banner } from "@/app/ui/banner";
import { Button } from "@/app/ui/button";
import { CopyButton } from "@/app/ui/copy-button";
import { FormMessage } from "@/app/ui/form-message";
import { PasswordInput } from "@/app/ui/password-input";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextInput } from "@/app/ui/text-input";
import { emptyForm, type FormState } from "@/lib/form";
import {
  confirmCodesAction,
  newRecoveryCodesAction,
  removeCodesAction,
  startCodesAction,
} from "./second-factor-actions";

export function StartCodesForm() {
  const [state, action] = useActionState(startCodesAction, emptyForm);
  return (
    <CardForm action={action} state={state}>
      <PasswordField state={state} />
      <SubmitButton variant="secondary" className="self-start" pendingWords="Checking">
        Set up codes
      </SubmitButton>
    </CardForm>
  );
}

export function ConfirmCodesForm() {
  const [state, action] = useActionState(confirmCodesAction, emptyForm);
  if (state.ok) return <RecoveryCodes state={state} />;
  return (
    <CardForm action={action} state={state}>
      <CodeField state={state} hint="Six digits. Your other devices are signed out." />
      <SubmitButton className="self-start" pendingWords="Checking">
        Turn codes on
      </SubmitButton>
    </CardForm>
  );
}

export function NewRecoveryCodesForm() {
  const [state, action] = useActionState(newRecoveryCodesAction, emptyForm);
  if (state.ok) return <RecoveryCodes state={state} />;
  return (
    <CardForm action={action} state={state}>
      <PasswordField state={state} />
      <CodeField state={state} hint="From your app. The older recovery codes stop working." />
      <SubmitButton variant="secondary" className="self-start" pendingWords="Making codes">
        Make new codes
      </SubmitButton>
    </CardForm>
  );
}

export function RemoveCodesForm() {
  const [state, action] = useActionState(removeCodesAction, emptyForm);
  return (
    <CardForm action={action} state={state}>
      <PasswordField state={state} />
      <CodeField state={state} hint="From your app, or a recovery code." />
      <SubmitButton variant="secondary" className="self-start" pendingWords="Turning off">
        Turn codes off
      </SubmitButton>
    </CardForm>
  );
}

type CardFormProps = { action: (form: FormData) => void; state: FormState; children: ReactNode };

function CardForm({ action, state, children }: CardFormProps) {
  return (
    <form action={action} noValidate className="flex flex-col gap-4">
      <div className="-mb-4 has-[p]:mb-0">
        <FormMessage family={state.ok ? "answer" : "stamp"}>{state.message}</FormMessage>
      </div>
      {children}
    </form>
  );
}

function PasswordField({ state }: { state: FormState }) {
  return (
    <PasswordInput
      label="Your password"
      name="password"
      autoComplete="current-password"
      error={state.errors?.password}
    />
  );
}

function CodeField({ state, hint }: { state: FormState; hint: string }) {
  return (
    <TextInput
      label="Code"
      name="code"
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={60}
      hint={hint}
      defaultValue={state.values?.code}
      error={state.errors?.code}
    />
  );
}

function RecoveryCodes({ state }: { state: FormState }) {
  const codes = state.values?.recoveryCodes ?? "";
  return (
    <div className="flex flex-col gap-4">
      <Banner family="marker" icon="unchecked">
        Keep these ten recovery codes. Each lets you in once without your phone, and we show them only now.
      </Banner>
      <ul className="grid gap-x-6 gap-y-1.5 sm:grid-cols-2">
        {codes.split("\n").map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <CopyButton text={codes} label="Copy codes" />
        <Button variant="secondary" onClick={() => window.location.reload()}>
          I have kept them
        </Button>
      </div>
    </div>
  );
}
