"use client";

import { useEffect, useState } from "react";
import { AuthBar } from "@/app/(auth)/auth-bar";
import { buttonClass } from "@/app/ui/button-look";
import { Icon } from "@/app/ui/lucide-icon";
import { SubmitButton } from "@/app/ui/submit-button";
import type { FormState } from "@/lib/form";
import { webmailOf } from "./webmail";

const WAIT_SECONDS = 40;

type Props = { email: string; state: FormState; action: (form: FormData) => void; mailbox?: string };

/** The same for an address that has an account, whose mail says so. */
export function LinkMailed({ email, state, action, mailbox }: Props) {
  const { at, seconds } = useWait(state);
  const inbox = mailbox ?? webmailOf(email);
  return (
    <div className="flex flex-col gap-[18px] max-md:grow">
      <span className="grid size-14 place-items-center rounded-xl bg-pen-tint text-pen-text">
        <Icon name="mail" size={24} />
      </span>
      <div role="status">
        <h1 className="text-[36px] leading-[1.1] tracking-[-0.035em] md:text-[40px]">Open the link we mailed you.</h1>
        <p className="mt-1.5 text-ink-2 text-touch">
          It went to <b className="font-[650] text-ink wrap-anywhere">{email}</b>
          {at ? ` at ${at}` : ""}. Open it, choose a password, and set-up starts. The link works for an hour.
        </p>
      </div>
      <section aria-labelledby="nothing-there" className="rounded-xl border border-line bg-sunken px-5 py-4">
        <h2 id="nothing-there" className="font-[650] text-base">
          Nothing there?
        </h2>
        <p className="mt-0.5 mb-2.5 text-ink-2 text-control">
          Look in spam for “Ringback”.{seconds > 0 ? ` You can send it again in ${seconds}\u00a0s.` : ""}
        </p>
        <div className="flex flex-wrap gap-2">
          {seconds > 0 ? null : (
            <form action={action}>
              <input type="hidden" name="email" value={email} />
              <SubmitButton variant="secondary" pendingWords="Sending">
                Send it again
              </SubmitButton>
            </form>
          )}
          {/* Not a link of the router's, which would keep the page as it is. */}
          <a href="/sign-up" className={buttonClass({ variant: "secondary" }, false)}>
            Other address
          </a>
        </div>
      </section>
      {inbox ? (
        <AuthBar>
          <a href={inbox} className={buttonClass({ variant: "primary", size: "large", wide: true }, false)}>
            <Icon name="external" size={18} />
            Open my mail
          </a>
        </AuthBar>
      ) : null}
    </div>
  );
}

/** When the answer came, on the device's own clock, and how long until one may ask again. Without script, neither. */
function useWait(state: FormState): { at: string; seconds: number } {
  const [at, setAt] = useState("");
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (!state.ok) return;
    setAt(new Intl.DateTimeFormat("en-US", { timeStyle: "short" }).format(new Date()));
    setSeconds(WAIT_SECONDS);
    const timer = setInterval(() => setSeconds((left) => Math.max(0, left - 1)), 1_000);
    return () => clearInterval(timer);
  }, [state]);
  return { at, seconds };
}
