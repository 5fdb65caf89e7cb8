"use client";

import { useFormField } from "@/app/ui/action-form";
import { Status } from "@/app/ui/status";

/** What is wrong with a group of controls of the form around it. */
export function FieldError({ name }: { name: string }) {
  const { error } = useFormField(name, "");
  return error ? (
    <Status family="stamp" icon="error" wrap>
      {error}
    </Status>
  ) : null;
}
