import type { ReactNode } from "react";

/** The one thing to do on a page before the app: on a phone it stands at the foot, under the thumb. */
export function AuthBar({ children }: { children: ReactNode }) {
  return (
    <div
      data-auth-bar
      className="mt-1.5 flex flex-col gap-1 max-md:sticky max-md:bottom-0 max-md:-mx-5 max-md:mt-auto max-md:border-line max-md:border-t max-md:bg-surface max-md:px-4 max-md:pt-2.5 max-md:pb-7"
    >
      {children}
    </div>
  );
}
