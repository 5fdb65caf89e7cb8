import { type ComponentProps, useId } from "react";
import { cn } from "@/app/ui/cn";
import { controlClass, Field, type FieldWords, fieldWiring } from "@/app/ui/field";

/** Several lines of typing; the box grows with them. */
export function TextArea({
  label,
  hint,
  error,
  aside,
  id,
  className,
  rows = 3,
  ...rest
}: FieldWords & ComponentProps<"textarea">) {
  const generated = useId();
  const own = id ?? generated;
  return (
    <Field id={own} label={label} hint={hint} error={error} aside={aside}>
      <textarea
        rows={rows}
        {...fieldWiring(own, { hint, error })}
        className={cn(controlClass, "field-sizing-content min-h-20 resize-y py-2.5", className)}
        {...rest}
      />
    </Field>
  );
}
