"use client";

import { Dialog } from "@base-ui/react/dialog";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { buttonClass } from "@/app/ui/button-look";
import type { NavItem } from "@/app/ui/frame/frame-types";
import { Icon } from "@/app/ui/lucide-icon";

type MoreSheetProps = { items: NavItem[]; tabClass: string; children: ReactNode };

/** The fifth tab: everything set up once, in a sheet from below. */
export function MoreSheet({ items, tabClass, children }: MoreSheetProps) {
  const path = usePathname();
  const [open, setOpen] = useState(false);
  const inside = items.some(({ href }) => path === href || path.startsWith(`${href}/`));
  // biome-ignore lint/correctness/useExhaustiveDependencies: having arrived somewhere is what closes it
  useEffect(() => setOpen(false), [path]);
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger className={tabClass} aria-current={inside ? "true" : undefined}>
        <Icon name="more" className="size-[23px] stroke-2" />
        More
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/40 transition-opacity duration-280 ease-out data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup className="fixed inset-x-0 bottom-0 z-50 max-h-[85dvh] overflow-y-auto rounded-t-xl border-line border-t bg-surface px-2 pt-2 pb-[calc(0.75rem+env(safe-area-inset-bottom))] shadow-lift outline-none transition-transform duration-280 ease-out data-ending-style:translate-y-full data-starting-style:translate-y-full">
          <div className="flex items-center pr-1 pl-4">
            <Dialog.Title className="grow text-section">More</Dialog.Title>
            <Dialog.Close aria-label="Close" className={buttonClass({ variant: "ghost" }, true)}>
              <Icon name="close" size={18} />
            </Dialog.Close>
          </div>
          <ul>
            {items.map((item) => (
              <li key={item.href}>
                <Link
                  href={item.href}
                  aria-current={path === item.href ? "page" : undefined}
                  className="flex min-h-14 items-center gap-3.5 rounded-md px-4 font-[550] text-touch hover:bg-hover aria-[current]:bg-hover aria-[current]:font-[650]"
                >
                  <Icon name={item.icon} size={20} className="text-ink-3" />
                  {item.label}
                </Link>
              </li>
            ))}
          </ul>
          <div className="mx-4 mt-2 flex flex-col gap-1 border-line border-t pt-2">{children}</div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
