"use client";

import { Menu as Base } from "@base-ui/react/menu";
import Link from "next/link";
import type { ReactNode } from "react";
import { type ButtonLook, buttonClass, buttonIconSize } from "@/app/ui/button-look";
import { cn } from "@/app/ui/cn";
import type { IconName } from "@/app/ui/icons";
import { Icon } from "@/app/ui/lucide-icon";

export type MenuItem = {
  label: string;
  /** A quiet second line. */
  detail?: string;
  icon?: IconName;
  /** The choice in force: ticked. */
  current?: boolean;
  /** Something that cannot be undone. */
  danger?: boolean;
  /** A line above it. */
  separated?: boolean;
} & ({ href: string; onSelect?: undefined } | { href?: undefined; onSelect: () => void | Promise<void> });

export type MenuProps = Pick<ButtonLook, "variant" | "size" | "icon"> & {
  /** Names the menu, and the button when it shows an icon alone. */
  label: string;
  items: MenuItem[];
  /** What the button shows; left out for an icon alone. */
  children?: ReactNode;
  align?: "start" | "end";
  side?: "top" | "bottom";
  /** The button's own look instead of a variant. */
  triggerClass?: string;
};

const rowClass =
  "flex min-h-9 w-full cursor-default items-center gap-2.5 rounded-sm px-2.5 py-1.5 text-left font-[550] text-control outline-none select-none data-highlighted:bg-hover max-md:min-h-14 max-md:rounded-md max-md:px-4 max-md:text-touch md:pointer-coarse:min-h-11";

/** A button and what hangs from it: beside the button for a pointer, a sheet from below on a phone. */
export function Menu({
  label,
  items,
  children,
  variant,
  size,
  icon,
  align = "start",
  side = "bottom",
  triggerClass,
}: MenuProps) {
  const square = children === undefined;
  return (
    <Base.Root>
      <Base.Trigger
        aria-label={square ? label : undefined}
        className={triggerClass ?? cn(buttonClass({ variant, size }, square), "data-popup-open:bg-hover")}
      >
        {icon && triggerClass === undefined ? <Icon name={icon} size={buttonIconSize[size ?? "default"]} /> : null}
        {children}
        {triggerClass === undefined && !square ? <Icon name="open" /> : null}
        {triggerClass !== undefined && icon ? <Icon name={icon} /> : null}
      </Base.Trigger>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-50 bg-black/40 transition-opacity duration-280 ease-out data-ending-style:opacity-0 data-starting-style:opacity-0 md:hidden" />
        <Base.Positioner
          align={align}
          side={side}
          sideOffset={6}
          className="z-60 outline-none max-md:fixed! max-md:inset-x-0! max-md:top-auto! max-md:bottom-0! max-md:w-full! max-md:transform-none!"
        >
          <Base.Popup
            aria-label={label}
            className="max-h-[min(28rem,70dvh)] min-w-52 overflow-y-auto rounded-[10px] border border-line bg-surface p-1 shadow-float outline-none transition duration-180 ease-out data-ending-style:opacity-0 data-starting-style:opacity-0 max-md:rounded-t-xl max-md:rounded-b-none max-md:px-2 max-md:pt-2 max-md:pb-[calc(0.5rem+env(safe-area-inset-bottom))] max-md:shadow-lift max-md:duration-280 max-md:data-ending-style:translate-y-full max-md:data-starting-style:translate-y-full"
          >
            {items.map((item) => (
              <MenuRow key={`${item.label} ${item.href ?? ""}`} item={item} />
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function MenuRow({ item }: { item: MenuItem }) {
  const className = cn(rowClass, item.danger ? "text-stamp-text" : "text-ink");
  const content = (
    <>
      {item.icon ? <Icon name={item.icon} className={item.danger ? undefined : "text-ink-3"} /> : null}
      <span className="min-w-0 grow">
        <span className="block">{item.label}</span>
        {item.detail ? <span className="block font-normal text-ink-3 text-sm">{item.detail}</span> : null}
      </span>
      {item.current ? <Icon name="done" label="Current" /> : null}
    </>
  );
  return (
    <>
      {item.separated ? <Base.Separator className="my-1 h-px bg-line" /> : null}
      {item.href === undefined ? (
        <Base.Item className={className} onClick={() => void item.onSelect()}>
          {content}
        </Base.Item>
      ) : (
        <Base.LinkItem className={className} closeOnClick render={<Link href={item.href} />}>
          {content}
        </Base.LinkItem>
      )}
    </>
  );
}
