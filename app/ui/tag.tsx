import type { ReactNode } from "react";
import { cn } from "@/app/ui/cn";
import { type Family, familyText, familyTint } from "@/app/ui/family";
import type { IconName } from "@/app/ui/icons";
import { Icon } from "@/app/ui/lucide-icon";

type TagProps = { family?: Family; icon?: IconName; children: ReactNode; className?: string };

/** A tinted word, for where no column gives a status its context. */
export function Tag({ family = "quiet", icon, children, className }: TagProps) {
  return (
    <span
      className={cn(
        "inline-flex min-h-6 items-center gap-[5px] whitespace-nowrap rounded-sm px-2 font-semibold text-sm",
        familyTint[family],
        family === "quiet" ? "text-ink-2" : familyText[family],
        className,
      )}
    >
      {icon ? <Icon name={icon} size={14} /> : null}
      {children}
    </span>
  );
}
