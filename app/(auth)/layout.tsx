import Link from "next/link";
import type { ReactNode } from "react";
import { Wordmark } from "@/app/ui/wordmark";
import { SlipPanel } from "./slip-panel";

/** The frame of every page one sees before being signed in: the form on paper white, the slip beside it. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <div data-light-only className="min-h-dvh bg-surface lg:grid lg:grid-cols-[628px_minmax(0,1fr)]">
      <div className="flex min-h-dvh flex-col">
        <header className="perforated-bottom bg-slip px-5 pt-5 pb-[26px] lg:mask-none lg:bg-transparent lg:px-12 lg:pt-9 lg:pb-0">
          <Link href="/" aria-label="Ringback, home" className="-my-1 inline-flex min-h-11 items-center">
            <Wordmark />
          </Link>
        </header>
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto flex w-full max-w-[440px] flex-col px-5 pt-[30px] pb-12 max-md:grow max-md:has-data-auth-bar:pb-0 outline-none lg:mt-[92px] lg:mr-0 lg:ml-[114px] lg:max-w-[400px] lg:px-0 lg:pt-0"
        >
          {children}
        </main>
      </div>
      <SlipPanel />
    </div>
  );
}
