"use client";

import { useState } from "react";
import { Button } from "@/app/ui/button";
import type { ButtonLook } from "@/app/ui/button-look";

/** Puts words on the clipboard and says so. */
export function CopyButton({ text, label = "Copy", ...look }: ButtonLook & { text: string; label?: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 4000);
  };
  return (
    <>
      <Button icon={copied ? "done" : "copy"} onClick={copy} {...look}>
        {copied ? "Copied" : label}
      </Button>
      <span role="status" className="sr-only">
        {copied ? "Copied" : ""}
      </span>
    </>
  );
}
