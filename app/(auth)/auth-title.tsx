import type { ReactNode } from "react";

/** The heading of a page before the app, and what else one can do here. */
export function AuthTitle({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="mb-[26px]">
      <h1 className="text-[36px] leading-[1.1] tracking-[-0.035em] md:text-[40px]">{title}</h1>
      {children ? <p className="mt-1.5 text-ink-2 text-touch">{children}</p> : null}
    </header>
  );
}
