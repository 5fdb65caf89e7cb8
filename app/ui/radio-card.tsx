import type { ComponentProps, ReactNode } from "react";
import { Choice, type ChoiceWords } from "@/app/ui/choice";
import { cn } from "@/app/ui/cn";

type RadioCardProps = Omit<ChoiceWords, "error"> &
  Omit<ComponentProps<"input">, "type" | "id"> & {
    name: string;
    value: string;
    /** At the right: a price, a tag. */
    aside?: ReactNode;
  };

/** One choice of several, in a box of its own. Group them in a `<fieldset>` with a `<legend>`. */
export function RadioCard({ label, detail, aside, className, name, value, ...rest }: RadioCardProps) {
  return (
    <label
      className={cn(
        "flex min-h-14 items-center gap-3 rounded-lg border border-line-strong bg-surface px-4 py-3 transition-colors duration-120 hover:bg-hover has-checked:border-ink has-checked:shadow-[inset_0_0_0_1px_var(--color-ink)]",
        className,
      )}
    >
      <input
        type="radio"
        name={name}
        value={value}
        className="size-5 shrink-0 appearance-none rounded-full border-[1.5px] border-field bg-surface checked:border-[6px] checked:border-ink"
        {...rest}
      />
      <Choice id={`${name}-${value}`} label={label} detail={detail} />
      {aside ? <span className="shrink-0 text-ink-2 text-sm">{aside}</span> : null}
    </label>
  );
}
