"use client";

import { useActionState } from "react";
import { FormMessage } from "@/app/ui/form-message";
import { SubmitButton } from "@/app/ui/submit-button";
import { emptyForm } from "@/lib/form";
import { askToProveAction } from "./actions";

export function ProveAddressForm() {
  const [state, action] = useActionState(askToProveAction, emptyForm);
  return (
    <form action={action} className="flex flex-col gap-4">
      <div className="-mb-4 has-[p]:mb-0">
        <FormMessage family={state.ok ? "answer" : "stamp"}>{state.message}</FormMessage>
      </div>
      <SubmitButton variant="secondary" className="self-start" pendingWords="Sending">
        Prove this address
      </SubmitButton>
    </form>
  );
}
