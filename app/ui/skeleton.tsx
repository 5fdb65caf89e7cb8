import { cn } from "@/app/ui/cn";

/** A grey stand-in, sized by its class. It waits 300 ms, so that a quick answer never flickers. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cn("block h-3.5 animate-appear rounded-sm bg-hover", className)} />;
}

const widths = [
  ["w-[46%]", "w-[70%]"],
  ["w-[30%]", "w-[54%]"],
  ["w-[38%]", "w-[62%]"],
  ["w-[24%]", "w-[48%]"],
] as const;

const rowKeys = Array.from({ length: 24 }, (_, index) => `row-${index}`);

/** A list that is on its way. */
export function SkeletonRows({ rows = 4, label }: { rows?: number; label: string }) {
  return (
    <div role="status" aria-busy="true">
      <span className="sr-only">{label}</span>
      {rowKeys.slice(0, rows).map((key, index) => {
        const [first, second] = widths[index % widths.length] ?? widths[0];
        return (
          <div key={key} className="flex items-center gap-3 border-line border-t py-3.5 first:border-0">
            <Skeleton className="size-9 rounded-full" />
            <div className="flex grow flex-col gap-2">
              <Skeleton className={first} />
              <Skeleton className={cn("h-[11px] opacity-70", second)} />
            </div>
          </div>
        );
      })}
    </div>
  );
}
