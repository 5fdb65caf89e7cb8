import type { ReactNode } from "react";

type TimeProps = {
  at: Date | string;
  /** The full date and zone, for whoever hovers. */
  title: string;
  /** What is shown, formatted on the server in the workspace's zone. */
  children: ReactNode;
  className?: string;
};

export function Time({ at, title, children, className }: TimeProps) {
  return (
    <time dateTime={typeof at === "string" ? at : at.toISOString()} title={title} className={className}>
      {children}
    </time>
  );
}
