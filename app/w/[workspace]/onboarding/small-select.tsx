"use client";

import { useFormField } from "@/app/ui/action-form";
import { Icon } from "@/app/ui/lucide-icon";
import type { SelectOption } from "@/app/ui/select";
import { Status } from "@/app/ui/status";

type Props = { name: string; label: string; saved: string; options: SelectOption[] };

/** One of a list in a row of its own, looking like a button. */
export function SmallSelect({ name, label, saved, options }: Props) {
  const { defaultValue, error } = useFormField(name, saved);
  const known = options.some(({ value }) => value === defaultValue);
  return (
    <span className="flex min-w-0 max-w-full flex-col gap-1">
      <span className="relative">
        <select
          // After an action React puts a select back to the value it was first drawn with; another key draws it anew.
          key={defaultValue}
          name={name}
          aria-label={label}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${name}-error` : undefined}
          defaultValue={defaultValue}
          className="min-h-11 w-full max-w-[min(14.5rem,100%)] appearance-none rounded-md border border-line-strong bg-surface pr-9 pl-3.5 font-semibold text-base text-ink shadow-rest hover:bg-hover aria-invalid:border-stamp"
        >
          {known ? null : <option value={defaultValue}>{defaultValue.replaceAll("_", " ")}</option>}
          {options.map(({ value, label: words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
        <Icon name="open" className="pointer-events-none absolute inset-y-0 right-3 my-auto text-ink-3" />
      </span>
      {error ? (
        <Status family="stamp" icon="error" id={`${name}-error`} wrap>
          {error}
        </Status>
      ) : null}
    </span>
  );
}
