import { cn } from "@/app/ui/cn";

type CountProps = { value: number; family?: "marker" | "quiet"; label?: string; className?: string };

const thousands = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 });

/** A number in a pill; marker when those things wait for you. `label` is read after the number. */
export function Count({ value, family = "quiet", label, className }: CountProps) {
  const shown = value > 9_999 ? `${thousands.format(Math.floor(value / 100) / 10)}k` : thousands.format(value);
  return (
    <span
      className={cn(
        "inline-grid h-5 min-w-5 place-items-center rounded-full px-1.5 font-[650] text-xs leading-none",
        family === "marker" ? "bg-marker text-on-marker" : "bg-hover text-ink-2",
        className,
      )}
    >
      <span>
        {shown}
        {label ? <span className="sr-only"> {label}</span> : null}
      </span>
    </span>
  );
}
