import type { ReactNode } from "react";

/** A page of plain reading: privacy, terms. */
export function Prose({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <article className="mx-auto max-w-[1232px] px-4 pt-8 pb-16 md:pt-16 md:pb-24">
      <div className="max-w-[42rem]">
        <h1 className="text-[2.5rem] leading-[1.05] tracking-[-0.035em] md:text-display">{title}</h1>
        <p className="mt-4 mb-10 text-[1.15625rem] text-ink-2 leading-[1.5]">{lead}</p>
        <div className="flex flex-col gap-9">{children}</div>
      </div>
    </article>
  );
}

export function ProseSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3 text-touch text-ink-2 leading-[1.55] [&_li]:ml-5 [&_li]:list-disc [&_li]:pl-1 [&_strong]:font-semibold [&_strong]:text-ink [&_ul]:flex [&_ul]:flex-col [&_ul]:gap-1.5">
      <h2 className="text-title text-ink">{title}</h2>
      {children}
    </section>
  );
}
