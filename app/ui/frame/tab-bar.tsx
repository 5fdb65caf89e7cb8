import type { ReactNode } from "react";
import { Count } from "@/app/ui/count";
import type { NavItem } from "@/app/ui/frame/frame-types";
import { MoreSheet } from "@/app/ui/frame/more-sheet";
import { NavLink } from "@/app/ui/frame/nav-link";
import { Icon } from "@/app/ui/lucide-icon";

const tabClass =
  "relative flex h-[50px] w-full flex-col items-center gap-[3px] pt-[5px] font-semibold text-ink-3 text-xs focus-visible:-outline-offset-2 aria-[current]:text-ink aria-[current]:before:absolute aria-[current]:before:-top-1.5 aria-[current]:before:h-[3px] aria-[current]:before:w-9 aria-[current]:before:rounded-b-[3px] aria-[current]:before:bg-ink";

/** The thumb's way around, below 896 px. */
export function TabBar({ items, more, children }: { items: NavItem[]; more: NavItem[]; children: ReactNode }) {
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-30 border-line border-t bg-surface px-1 pt-1.5 pb-[max(22px,env(safe-area-inset-bottom))] md:hidden"
    >
      <ul className="mx-auto grid max-w-[640px] auto-cols-fr grid-flow-col">
        {items.map((item) => (
          <li key={item.href}>
            <NavLink href={item.href} exact={item.exact} className={tabClass}>
              <Icon name={item.icon} className="size-[23px] stroke-2" />
              {item.label}
              {item.count ? (
                <Count
                  value={item.count}
                  family="marker"
                  label="waiting"
                  className="absolute top-0 left-[calc(50%+5px)]"
                />
              ) : null}
            </NavLink>
          </li>
        ))}
        <li>
          <MoreSheet items={more} tabClass={tabClass}>
            {children}
          </MoreSheet>
        </li>
      </ul>
    </nav>
  );
}
