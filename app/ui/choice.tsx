import type { ReactNode } from "react";
import { Status } from "@/app/ui/status";

export type ChoiceWords = { label: ReactNode; detail?: ReactNode; error?: string };

/** The words beside a checkbox, radio or switch. */
export function Choice({ id, label, detail, error }: ChoiceWords & { id: string }) {
  return (
    <span className="flex min-w-0 grow flex-col gap-0.5">
      <span className="font-semibold text-control text-ink max-md:text-touch">{label}</span>
      {detail ? <span className="text-ink-3 text-sm">{detail}</span> : null}
      {error ? (
        <Status family="stamp" icon="error" id={`${id}-error`} wrap>
          {error}
        </Status>
      ) : null}
    </span>
  );
}
