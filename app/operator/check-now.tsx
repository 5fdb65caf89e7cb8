"use client";

import { useActionState } from "react";
import { SubmitButton } from "@/app/ui/submit-button";
import { checkNowAction } from "./actions";

/** Asks the carrier as well, which the page itself never does. */
export function CheckNow({ checked }: { checked: string }) {
  const [, submit] = useActionState(checkNowAction, null);
  return (
    <form action={submit} className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <span className="text-control text-ink-3">{checked}</span>
      <SubmitButton variant="secondary" icon="check" pendingWords="Checking">
        Check now
      </SubmitButton>
    </form>
  );
}
