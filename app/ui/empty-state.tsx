import type { ReactNode } from "react";
import { cn } from "@/app/ui/cn";
import { type Family, familyText, familyTint } from "@/app/ui/family";
import type { IconName } from "@/app/ui/icons";
import { Icon } from "@/app/ui/lucide-icon";

type EmptyStateProps = {
  icon: IconName;
  family?: Family;
  title: ReactNode;
  /** What is true now and when it will change. */
  children?: ReactNode;
  action?: ReactNode;
  /** `h1` where it is the whole page. */
  heading?: "h1" | "h2";
  className?: string;
};

/** Nothing here yet, said usefully. */
export function EmptyState({
  icon,
  family = "quiet",
  title,
  children,
  action,
  heading: Heading = "h2",
  className,
}: EmptyStateProps) {
  return (
    <div className={cn("flex flex-col items-start gap-1.5 p-6", className)}>
      <span className={cn("mb-1.5 grid size-11 place-items-center rounded-lg", familyTint[family], familyText[family])}>
        <Icon name={icon} size={24} />
      </span>
      <Heading className="text-[1.25rem] leading-[1.2]">{title}</Heading>
      {children ? <div className="max-w-[60ch] text-ink-2">{children}</div> : null}
      {action ? <div className="mt-4 flex flex-wrap gap-2">{action}</div> : null}
    </div>
  );
}
