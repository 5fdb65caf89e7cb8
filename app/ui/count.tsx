import { cn } from "@/app/ui/cn";
import { formatCounted } from "@/lib/format/count";

type CountProps = { value: number; family?: "marker" | "quiet"; label?: string; className?: string };

/** A number in a pill, up to "999+"; marker when those things wait for you. `label` is read after the number. */
export function Count({ value, family = "quiet", label, className }: CountProps) {
  return (
    <span
      className={cn(
        "inline-grid h-5 min-w-5 place-items-center rounded-full px-1.5 font-[650] text-xs leading-none",
        family === "marker" ? "bg-marker text-on-marker" : "bg-hover text-ink-2",
        className,
      )}
    >
      <span>
        {formatCounted(value)}
        {label ? <span className="sr-only"> {label}</span> : null}
      </span>
    </span>
  );
}
