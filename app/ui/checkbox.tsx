import { type ComponentProps, useId } from "react";
import { Choice, type ChoiceWords } from "@/app/ui/choice";
import { cn } from "@/app/ui/cn";
import { Icon } from "@/app/ui/lucide-icon";

/** Yes or no, decided when the form is sent. */
export function Checkbox({
  label,
  detail,
  error,
  id,
  className,
  ...rest
}: ChoiceWords & Omit<ComponentProps<"input">, "type">) {
  const generated = useId();
  const own = id ?? generated;
  return (
    <label className={cn("flex items-start gap-3 py-1 max-md:min-h-11 max-md:py-2.5", className)}>
      <span className="relative mt-px grid size-5 shrink-0 place-items-center">
        <input
          id={own}
          type="checkbox"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${own}-error` : undefined}
          className="peer size-5 appearance-none rounded-xs border-[1.5px] border-field bg-surface checked:border-ink checked:bg-ink aria-invalid:border-stamp"
          {...rest}
        />
        <Icon
          name="done"
          size={14}
          className="pointer-events-none absolute hidden text-on-ink stroke-3 peer-checked:block"
        />
      </span>
      <Choice id={own} label={label} detail={detail} error={error} />
    </label>
  );
}
