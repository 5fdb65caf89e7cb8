import { cn } from "@/app/ui/cn";
import { type IconName, icons } from "@/app/ui/icons";

type IconProps = { name: IconName; size?: 14 | 16 | 18 | 20 | 24; label?: string; className?: string };

/** Decoration beside a word. Only where it stands alone does it take a label. */
export function Icon({ name, size = 16, label, className }: IconProps) {
  const Drawing = icons[name];
  return (
    <Drawing
      aria-hidden={label ? undefined : true}
      aria-label={label}
      role={label ? "img" : undefined}
      size={size}
      strokeWidth={size <= 16 ? 2.2 : 2}
      className={cn("shrink-0", className)}
    />
  );
}
