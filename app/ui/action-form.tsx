"use client";

import { type ComponentProps, createContext, type ReactNode, useActionState, useContext } from "react";
import { Checkbox } from "@/app/ui/checkbox";
import { cn } from "@/app/ui/cn";
import { FormMessage } from "@/app/ui/form-message";
import { Select } from "@/app/ui/select";
import { Switch } from "@/app/ui/switch";
import { TextArea } from "@/app/ui/text-area";
import { TextInput } from "@/app/ui/text-input";
import { keepTyped } from "@/app/ui/unanswered";
import { emptyForm, type FormState } from "@/lib/form";

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

const FormContext = createContext<FormState>(emptyForm);

type ActionFormProps = {
  action: FormAction;
  children: ReactNode;
  /** Shows everything and lets nothing be changed. */
  readOnly?: boolean;
  className?: string;
};

/** A form that keeps what was typed when it is refused, and says what became of it at its end. */
export function ActionForm({ action, children, readOnly, className }: ActionFormProps) {
  const [state, submit] = useActionState(keepTyped(action), emptyForm);
  return (
    <form action={submit} noValidate>
      <FormContext value={state}>
        <fieldset disabled={readOnly} className={cn("flex min-w-0 flex-col gap-4", className)}>
          {children}
        </fieldset>
        <div className={state.message ? "mt-4" : undefined}>
          <FormMessage family={state.ok ? "answer" : "stamp"}>{state.message}</FormMessage>
        </div>
      </FormContext>
    </form>
  );
}

/** What a field of the form around it shows: what was typed if that was refused, else what is saved. */
export function useFormField(name: string, saved: string): { defaultValue: string; error?: string } {
  const { values, errors } = useContext(FormContext);
  return { defaultValue: values?.[name] ?? saved, error: errors?.[name] };
}

type Named<Props> = Omit<Props, "defaultValue" | "error"> & { name: string; saved: string };
type Ticked<Props> = Omit<Props, "defaultChecked" | "error"> & { name: string; saved: boolean };

export function FormInput({ saved, ...rest }: Named<ComponentProps<typeof TextInput>>) {
  return <TextInput {...rest} {...useFormField(rest.name, saved)} />;
}

export function FormArea({ saved, ...rest }: Named<ComponentProps<typeof TextArea>>) {
  return <TextArea {...rest} {...useFormField(rest.name, saved)} />;
}

export function FormSelect({ saved, ...rest }: Named<ComponentProps<typeof Select>>) {
  const field = useFormField(rest.name, saved);
  // After an action React puts a select back to the value it was first drawn with; another key draws it anew.
  return <Select key={field.defaultValue} {...rest} {...field} />;
}

export function FormSwitch({ saved, ...rest }: Ticked<ComponentProps<typeof Switch>>) {
  const tick = useTick(rest.name, saved);
  return <Switch key={String(tick.defaultChecked)} {...rest} {...tick} />;
}

export function FormCheckbox({ saved, ...rest }: Ticked<ComponentProps<typeof Checkbox>>) {
  const tick = useTick(rest.name, saved);
  return <Checkbox key={String(tick.defaultChecked)} {...rest} {...tick} />;
}

/** A box that is not ticked is not sent at all. */
function useTick(name: string, saved: boolean) {
  const { values, errors } = useContext(FormContext);
  const defaultChecked = values ? name in values : saved;
  return { defaultChecked, error: errors?.[name] };
}
