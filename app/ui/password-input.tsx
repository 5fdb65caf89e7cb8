"use client";

import { useState } from "react";
import { Button } from "@/app/ui/button";
import { TextInput, type TextInputProps } from "@/app/ui/text-input";

/** A password, shown on request. Pasting works, as it must for password managers. */
export function PasswordInput(props: Omit<TextInputProps, "type" | "end">) {
  const [shown, setShown] = useState(false);
  const toggle = (
    <Button
      variant="ghost"
      size="compact"
      aria-pressed={shown}
      aria-label="Show password"
      onClick={() => setShown(!shown)}
    >
      {shown ? "Hide" : "Show"}
    </Button>
  );
  return (
    <TextInput {...props} type={shown ? "text" : "password"} spellCheck={false} autoCapitalize="none" end={toggle} />
  );
}
