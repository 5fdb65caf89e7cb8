"use client";

import type { ReactNode } from "react";
import { FormMessage } from "@/app/ui/form-message";
import type { FormState } from "@/lib/form";

type Props = { action: (form: FormData) => void; state: FormState; children: ReactNode };

/** A form of the pages before the app. We say ourselves what is wrong, so the browser's own bubbles stay away. */
export function AuthForm({ action, state, children }: Props) {
  return (
    <form action={action} noValidate className="flex flex-col gap-[18px] max-md:grow">
      <div className="-mb-[18px] has-[p]:mb-0">
        <FormMessage family={state.ok ? "answer" : "stamp"}>{state.message}</FormMessage>
      </div>
      {children}
    </form>
  );
}
