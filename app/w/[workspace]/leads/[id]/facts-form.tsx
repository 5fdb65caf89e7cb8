"use client";

import { useActionState } from "react";
import { FormMessage } from "@/app/ui/form-message";
import { SubmitButton } from "@/app/ui/submit-button";
import { keepTyped } from "@/app/ui/unanswered";
import { emptyForm } from "@/lib/form";
import { saveFacts } from "../actions";
import { FactFields } from "../fact-fields";

export function FactsForm({ slug, leadId, values }: { slug: string; leadId: string; values: Record<string, string> }) {
  const [state, act] = useActionState(keepTyped(saveFacts.bind(null, slug, leadId)), emptyForm);
  return (
    <form action={act} className="flex flex-col gap-3.5">
      <FactFields values={state.values ?? values} errors={state.errors ?? {}} />
      <FormMessage family={state.ok ? "answer" : "stamp"}>{state.message}</FormMessage>
      <SubmitButton variant="secondary" pendingWords="Saving">
        Save facts
      </SubmitButton>
    </form>
  );
}
