import Link from "next/link";
import { cn } from "@/app/ui/cn";
import type { IconName } from "@/app/ui/icons";
import { Icon } from "@/app/ui/lucide-icon";

export type Segment = { href: string; label: string; current: boolean; count?: number | string; icon?: IconName };

/** Filters or views as links, so that each has an address. On a phone they become chips that scroll. */
export function Segmented({ label, items, className }: { label: string; items: Segment[]; className?: string }) {
  return (
    <nav
      aria-label={label}
      className={cn("max-w-full overflow-x-auto rounded-[9px] max-md:-mx-4 max-md:px-4", className)}
    >
      <ul className="flex w-max gap-0.5 rounded-[9px] md:bg-hover md:p-[3px] max-md:gap-2">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              aria-current={item.current ? "true" : undefined}
              scroll={false}
              className="group flex h-[30px] items-center gap-1.5 whitespace-nowrap rounded-sm px-[11px] font-semibold text-[0.84375rem] text-ink-2 transition-colors duration-120 hover:text-ink focus-visible:-outline-offset-2 aria-[current]:bg-surface aria-[current]:text-ink md:aria-[current]:bg-[light-dark(var(--color-surface),var(--color-press))] md:aria-[current]:shadow-[0_1px_2px_rgb(20_32_26/0.14)] pointer-coarse:min-h-11 max-md:h-11 max-md:rounded-full max-md:border max-md:border-line-strong max-md:px-4 max-md:text-base max-md:aria-[current]:border-ink max-md:aria-[current]:bg-ink max-md:aria-[current]:text-on-ink"
            >
              {item.icon ? <Icon name={item.icon} /> : null}
              {item.label}
              {item.count === undefined ? null : (
                <span className="font-[550] text-ink-3 max-md:group-aria-[current]:text-on-ink">{item.count}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
