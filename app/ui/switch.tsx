import { type ComponentProps, useId } from "react";
import { Choice, type ChoiceWords } from "@/app/ui/choice";
import { cn } from "@/app/ui/cn";

/** On or off. A checkbox underneath, so it works in a plain form. */
export function Switch({
  label,
  detail,
  error,
  id,
  className,
  ...rest
}: ChoiceWords & Omit<ComponentProps<"input">, "type" | "role">) {
  const generated = useId();
  const own = id ?? generated;
  return (
    <label className={cn("flex items-center gap-4 py-1 max-md:min-h-11", className)}>
      <Choice id={own} label={label} detail={detail} error={error} />
      <input
        id={own}
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox tells its own state
        role="switch"
        aria-describedby={error ? `${own}-error` : undefined}
        className="relative h-6 w-[42px] shrink-0 appearance-none rounded-full border-[1.5px] border-field bg-surface transition-colors duration-120 before:absolute before:top-[3px] before:left-[3px] before:size-[15px] before:rounded-full before:bg-field before:transition-transform before:duration-120 checked:border-ink checked:bg-ink checked:before:translate-x-[18px] checked:before:bg-on-ink"
        {...rest}
      />
    </label>
  );
}
