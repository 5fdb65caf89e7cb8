import type { ReactNode } from "react";
import { cn } from "@/app/ui/cn";
import { type Family, familyText } from "@/app/ui/family";
import type { IconName } from "@/app/ui/icons";
import { LiveDot } from "@/app/ui/live-dot";
import { Icon } from "@/app/ui/lucide-icon";

type StatusProps = {
  family: Family;
  children: ReactNode;
  icon?: IconName;
  /** A ringed dot in place of an icon: the line is live. */
  dot?: boolean;
  /** The icon pulses. Only while a phone is really ringing. */
  ringing?: boolean;
  /** A second, quiet line: "Rang 24 s". */
  detail?: ReactNode;
  /** For sentences, which may need a second line. */
  wrap?: boolean;
  id?: string;
  className?: string;
};

/** A state in words, with its icon, in its family's colour. Never the colour alone. */
export function Status({ family, children, icon, dot, ringing, detail, wrap, id, className }: StatusProps) {
  const words = (
    <span
      id={id}
      className={cn(
        "inline-flex gap-1.5 font-semibold text-sm",
        wrap ? "items-start" : "items-center whitespace-nowrap",
        familyText[family],
        className,
      )}
    >
      {dot ? <LiveDot /> : null}
      {icon ? (
        <Icon name={icon} className={cn("size-[15px]", wrap && "mt-0.5", ringing && "animate-ring rounded-full")} />
      ) : null}
      <span className="min-w-0">{children}</span>
    </span>
  );
  if (!detail) return words;
  return (
    <span className="flex flex-col items-start">
      {words}
      <span className="text-[0.84375rem] text-ink-3">{detail}</span>
    </span>
  );
}
