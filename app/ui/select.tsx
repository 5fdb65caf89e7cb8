import { type ComponentProps, useId } from "react";
import { cn } from "@/app/ui/cn";
import { controlClass, Field, type FieldWords, fieldWiring } from "@/app/ui/field";
import { Icon } from "@/app/ui/lucide-icon";

export type SelectOption = { value: string; label: string; disabled?: boolean };

type SelectProps = FieldWords & Omit<ComponentProps<"select">, "children"> & { options: SelectOption[] };

/** One of a list, with the device's own picker. */
export function Select({ label, hint, error, aside, id, options, className, ...rest }: SelectProps) {
  const generated = useId();
  const own = id ?? generated;
  return (
    <Field id={own} label={label} hint={hint} error={error} aside={aside}>
      <div className="relative">
        <select
          {...fieldWiring(own, { hint, error })}
          className={cn(controlClass, "h-10 appearance-none pr-9 max-md:h-[54px]", className)}
          {...rest}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="open" className="pointer-events-none absolute inset-y-0 right-3 my-auto text-ink-3" />
      </div>
    </Field>
  );
}
