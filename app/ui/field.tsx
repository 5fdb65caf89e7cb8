import type { ReactNode } from "react";
import { cn } from "@/app/ui/cn";
import { Status } from "@/app/ui/status";

export type FieldWords = {
  label: ReactNode;
  hint?: ReactNode;
  /** Replaces the hint: what is wrong, and how to mend it. */
  error?: string;
  /** Beside the label, at the right: "Forgot it?" */
  aside?: ReactNode;
};

/** The attributes that tie a control to its label's hint and error. */
export function fieldWiring(id: string, { hint, error }: Pick<FieldWords, "hint" | "error">) {
  return {
    id,
    "aria-invalid": error ? true : undefined,
    "aria-describedby": error ? `${id}-error` : hint ? `${id}-hint` : undefined,
  };
}

/** The look of every box one types into. */
export const controlClass =
  "w-full rounded-md border border-field bg-surface px-3 text-base text-ink placeholder:text-ink-3 focus-visible:border-transparent focus-visible:outline-offset-1 disabled:bg-sunken disabled:text-ink-3 aria-invalid:border-stamp aria-invalid:shadow-[inset_0_0_0_1px_var(--color-stamp)] max-md:text-[1.0625rem]";

/** Label above, hint below, error in the hint's place. */
export function Field({ id, label, hint, error, aside, children }: FieldWords & { id: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1.5">
      <div className={cn("flex gap-3", aside ? "items-center" : "items-end")}>
        <label htmlFor={id} className="grow text-sm font-semibold text-ink-2">
          {label}
        </label>
        {aside ? (
          <div className="text-sm [&>a]:inline-flex [&>a]:min-h-6 [&>a]:items-center max-md:[&>a]:min-h-11">
            {aside}
          </div>
        ) : null}
      </div>
      {children}
      {error ? (
        <Status family="stamp" icon="error" id={`${id}-error`} wrap>
          {error}
        </Status>
      ) : hint ? (
        <p id={`${id}-hint`} className="text-sm text-ink-3">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
