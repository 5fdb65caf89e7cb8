"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/app/ui/button";
import { EmptyState } from "@/app/ui/empty-state";

type BrokenProps = {
  /** What could not be shown: "We couldn't load your calls." */
  title: string;
  /** What it means for callers, who are still being looked after if they are. */
  children: ReactNode;
  /** For support: a request or error id, a time. */
  details: string;
  /** Defaults to loading the page again. */
  retry?: () => void;
  /** `h1` where it is the whole page. */
  heading?: "h1" | "h2";
};

/** A screen that failed, with one way out. */
export function Broken({ title, children, details, retry, heading }: BrokenProps) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(details);
    setCopied(true);
  };
  return (
    <EmptyState
      icon="unplugged"
      family="stamp"
      title={title}
      heading={heading}
      action={
        <>
          <Button variant="primary" onClick={retry ?? (() => window.location.reload())}>
            Try again
          </Button>
          <Button variant="ghost" icon={copied ? "done" : undefined} onClick={copy}>
            {copied ? "Copied" : "Copy details"}
          </Button>
        </>
      }
    >
      {children}
    </EmptyState>
  );
}
