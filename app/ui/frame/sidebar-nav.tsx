import { Count } from "@/app/ui/count";
import type { NavItem } from "@/app/ui/frame/frame-types";
import { NavLink } from "@/app/ui/frame/nav-link";
import { Icon } from "@/app/ui/lucide-icon";

const rowClass =
  "group relative flex h-[34px] items-center gap-2.5 rounded-md px-2.5 font-[550] text-[0.90625rem] text-ink-2 transition-colors duration-120 hover:bg-hover hover:text-ink aria-[current]:bg-surface aria-[current]:font-[650] aria-[current]:text-ink aria-[current]:shadow-[0_0_0_1px_var(--color-line),var(--shadow-rest)] max-lg:size-10 max-lg:justify-center max-lg:px-0 pointer-coarse:min-h-11 max-lg:pointer-coarse:w-11";

/** The sidebar's links: words from 1152 px, icons with the word as a tooltip below. */
export function SidebarNav({ items }: { items: NavItem[] }) {
  return (
    <ul className="flex flex-col max-lg:items-center max-lg:gap-1">
      {items.map((item) => (
        <li key={item.href}>
          <NavLink href={item.href} exact={item.exact} title={item.label} className={rowClass}>
            <Icon
              name={item.icon}
              className="size-[17px] stroke-2 text-ink-3 group-aria-[current]:text-ink max-lg:size-5"
            />
            <span className="grow max-lg:sr-only">{item.label}</span>
            {item.count ? (
              <Count
                value={item.count}
                family="marker"
                label="waiting"
                className="max-lg:absolute max-lg:-top-1 max-lg:-right-1"
              />
            ) : null}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}
