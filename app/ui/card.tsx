import { type ReactNode, useId } from "react";
import { cn } from "@/app/ui/cn";

type CardProps = {
  /** What an address names after its #, to land here. */
  id?: string;
  title?: ReactNode;
  /** Right of the title: a count's link, a status. */
  aside?: ReactNode;
  /** Names the card for a screen reader when it has no title. */
  label?: string;
  children: ReactNode;
  className?: string;
};

/** A surface with a hairline, and a heading when it has a title. */
export function Card({ id, title, aside, label, children, className }: CardProps) {
  const headingId = useId();
  return (
    <section
      id={id}
      aria-label={title ? undefined : label}
      aria-labelledby={title ? headingId : undefined}
      className={cn("scroll-mt-20 rounded-lg border border-line bg-surface p-4 md:px-[22px] md:py-5", className)}
    >
      {title ? (
        <div className="mb-3 flex flex-wrap items-center gap-x-2.5 gap-y-2">
          <h2 id={headingId} className="flex grow items-center gap-2.5 text-section">
            {title}
          </h2>
          {aside}
        </div>
      ) : null}
      {children}
    </section>
  );
}
