import Link from "next/link";
import { cn } from "@/app/ui/cn";
import { familyText, familyTint } from "@/app/ui/family";
import type { LineSummary } from "@/app/ui/frame/frame-types";
import { LiveDot } from "@/app/ui/live-dot";

/** The line's state at the foot of the sidebar; a dot with its words as a tooltip where there is no room. */
export function LineCard({ line }: { line: LineSummary }) {
  return (
    <Link
      href={line.href}
      title={line.words}
      className="block rounded-[10px] border border-line bg-surface px-3 py-2.5 text-sm hover:border-line-strong max-lg:grid max-lg:size-10 max-lg:place-items-center max-lg:p-0"
    >
      <span className={cn("flex items-center gap-1.5 font-semibold max-lg:gap-0 lg:mb-[3px]", familyText[line.family])}>
        <LiveDot />
        <span className="max-lg:sr-only">{line.words}</span>
      </span>
      <span className="max-lg:sr-only">
        {line.number ? <span className="block whitespace-nowrap font-semibold">{line.number}</span> : null}
        <span className="block text-ink-3">{line.detail}</span>
      </span>
    </Link>
  );
}

/** The same on a phone, in the top bar. */
export function LinePill({ line }: { line: LineSummary }) {
  return (
    <Link
      href={line.href}
      className={cn(
        "inline-flex h-11 shrink-0 items-center gap-1.5 whitespace-nowrap rounded-full pr-[13px] pl-3.5 font-[650] text-[0.84375rem]",
        familyTint[line.family],
        familyText[line.family],
      )}
    >
      <LiveDot />
      {line.words}
    </Link>
  );
}
