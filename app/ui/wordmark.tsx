import { cn } from "@/app/ui/cn";
import { Mark } from "@/app/ui/mark";

/** Mark and name, side by side. */
export function Wordmark({ className }: { className?: string }) {
  return (
    <span className={cn("inline-flex items-center gap-2 font-display text-[25px]", className)}>
      <Mark className="size-[1.44em]" />
      <span className="font-[750] leading-none tracking-[-0.035em]">Ringback</span>
    </span>
  );
}
