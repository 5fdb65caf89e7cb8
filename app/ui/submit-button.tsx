"use client";

import type { MouseEvent } from "react";
import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "@/app/ui/button";

type SubmitButtonProps = Omit<ButtonProps, "type" | "pending"> & {
  /** What the button says while the form is on its way, "Saving" for "Save hours". */
  pendingWords?: string;
};

/** Sends the form it stands in and says so until the answer is back. */
export function SubmitButton({ pendingWords, children, variant = "primary", onClick, ...rest }: SubmitButtonProps) {
  const { pending } = useFormStatus();
  // Not `disabled`: that would throw keyboard focus back to the top of the page.
  const press = (event: MouseEvent<HTMLButtonElement>) => (pending ? event.preventDefault() : onClick?.(event));
  return (
    <Button type="submit" variant={variant} pending={pending} aria-disabled={pending} onClick={press} {...rest}>
      {pending && pendingWords ? pendingWords : children}
    </Button>
  );
}
