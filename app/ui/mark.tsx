import { cn } from "@/app/ui/cn";

/** The logo: an r drawn as a call that turns and goes back out. */
export function Mark({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={cn("grid size-8 shrink-0 place-items-center rounded-[28%] bg-mark text-on-mark", className)}
    >
      <svg viewBox="0 0 32 32" className="size-[68%] fill-none stroke-current stroke-[3.4]" aria-hidden="true">
        <g strokeLinecap="round" strokeLinejoin="round">
          <path d="M8 27V16a8 8 0 0 1 8-8h9" />
          <path d="M19.5 2.5 25.5 8l-6 5.5" />
        </g>
      </svg>
    </span>
  );
}
