"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactNode } from "react";

type TooltipProps = {
  label: string;
  /** The key that does the same. */
  shortcut?: string;
  children: ReactNode;
  side?: "top" | "right" | "bottom";
};

/** Words for an icon, for those who point. The control inside still carries its own `aria-label`. */
export function Tooltip({ label, shortcut, children, side = "top" }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger delay={400} render={<span className="inline-flex" />}>
        {children}
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} className="z-50 pointer-coarse:hidden">
          <Base.Popup className="flex items-center gap-2 rounded-sm bg-ink px-2 py-1 font-[550] text-on-ink text-sm shadow-float transition-opacity duration-120 data-ending-style:opacity-0 data-starting-style:opacity-0">
            {label}
            {shortcut ? (
              <kbd className="rounded-xs border border-on-ink/35 px-1 font-sans text-xs">{shortcut}</kbd>
            ) : null}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
