import type { ReactNode } from "react";
import { cn } from "@/app/ui/cn";

type PageHeaderProps = {
  title: ReactNode;
  /** Above the title: a date, a way back. */
  before?: ReactNode;
  /** Below it, in a sentence. */
  lead?: ReactNode;
  /** At the right: what one does on this page. */
  actions?: ReactNode;
  /** A sentence in place of a name, as on Home. */
  size?: "title" | "headline";
  className?: string;
};

/** The page's one h1 and what belongs to the whole page. */
export function PageHeader({ title, before, lead, actions, size = "title", className }: PageHeaderProps) {
  return (
    <header
      className={cn(
        "flex flex-wrap items-end gap-x-6 gap-y-3 px-4 pt-[18px] pb-4 md:px-7 md:pt-[22px] md:pb-3.5",
        size === "headline" && "md:px-8 md:pt-[30px] md:pb-[22px]",
        className,
      )}
    >
      <div className="min-w-0 grow">
        {before ? <div className="mb-[5px] text-control text-ink-3">{before}</div> : null}
        <h1
          className={
            size === "headline"
              ? "text-[25px] leading-[1.17] tracking-[-0.025em] md:text-headline md:leading-[1.16] md:tracking-[-0.03em]"
              : "text-[27px] leading-[1.2] md:text-title"
          }
        >
          {title}
        </h1>
        {lead ? <p className="mt-1.5 max-w-[65ch] text-ink-2">{lead}</p> : null}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </header>
  );
}
