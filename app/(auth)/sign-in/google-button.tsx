"use client";

import { useState } from "react";
import { Button } from "@/app/ui/button";
import { FormMessage } from "@/app/ui/form-message";

/** Goes to Google and comes back to `next`. next-auth wants its token first, which only script can fetch. */
export function GoogleButton({ next }: { next: string }) {
  const [state, setState] = useState<"idle" | "going" | "failed">("idle");
  const go = async () => {
    setState("going");
    try {
      window.location.assign(await addressAtGoogle(next));
    } catch {
      setState("failed");
    }
  };
  return (
    <div className="mb-[18px] flex flex-col gap-[18px]">
      <Button variant="secondary" size="large" wide pending={state === "going"} onClick={go}>
        Use Google
      </Button>
      <FormMessage>
        {state === "failed" ? "Google can't be reached. Try again, or use your password." : null}
      </FormMessage>
      <p className="flex items-center gap-4 text-ink-3 text-sm before:h-px before:grow before:bg-line after:h-px after:grow after:bg-line">
        or with your email
      </p>
    </div>
  );
}

async function addressAtGoogle(next: string): Promise<string> {
  const { csrfToken }: { csrfToken: string } = await read(await fetch("/api/auth/csrf"));
  const body = new URLSearchParams({ csrfToken, callbackUrl: next, json: "true" });
  const { url }: { url: string } = await read(await fetch("/api/auth/signin/google", { method: "POST", body }));
  return url;
}

async function read<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(`The server answered ${response.status}`);
  return response.json();
}
