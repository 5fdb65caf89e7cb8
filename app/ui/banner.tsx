import type { ReactNode } from "react";
import { cn } from "@/app/ui/cn";
import { type Family, familyTint } from "@/app/ui/family";
import type { IconName } from "@/app/ui/icons";
import { Icon } from "@/app/ui/lucide-icon";

type BannerProps = {
  family: Extract<Family, "stamp" | "marker" | "pen" | "answer">;
  icon: IconName;
  children: ReactNode;
  /** The one way out: a compact ButtonLink or Button. */
  action?: ReactNode;
  className?: string;
};

/** The one thing to know about the whole workspace right now. One at a time: line, billing, registration, offline. */
export function Banner({ family, icon, children, action, className }: BannerProps) {
  return (
    <div
      role={family === "stamp" ? "alert" : "status"}
      className={cn(
        "flex flex-wrap items-center gap-x-3 gap-y-2 rounded-[10px] px-4 py-3 font-[550] text-[0.90625rem] text-ink",
        familyTint[family],
        className,
      )}
    >
      <Icon name={icon} size={18} />
      <p className="min-w-[min(12rem,100%)] grow basis-0">{children}</p>
      {action}
    </div>
  );
}
