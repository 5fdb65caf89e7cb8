import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "@/app/ui/cn";
import { controlClass, Field, type FieldWords, fieldWiring } from "@/app/ui/field";

export type TextInputProps = FieldWords &
  ComponentProps<"input"> & {
    /** 48 px, for the few boxes of a sign-in page. */
    large?: boolean;
    /** Inside the box, at the right: a unit, a button. */
    end?: ReactNode;
  };

/** One line of typing. */
export function TextInput({ label, hint, error, aside, large, end, id, className, ...rest }: TextInputProps) {
  const generated = useId();
  const own = id ?? generated;
  return (
    <Field id={own} label={label} hint={hint} error={error} aside={aside}>
      <div className="relative">
        <input
          type="text"
          {...fieldWiring(own, { hint, error })}
          className={cn(
            controlClass,
            large ? "h-12 rounded-[10px] text-touch max-md:h-14" : "h-10 max-md:h-[54px]",
            end && "pr-20",
            className,
          )}
          {...rest}
        />
        {end ? <div className="absolute inset-y-0 right-2 flex items-center text-control text-ink-3">{end}</div> : null}
      </div>
    </Field>
  );
}
