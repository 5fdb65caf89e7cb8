"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import type { ReactNode } from "react";
import { type ButtonLook, buttonClass, buttonIconSize } from "@/app/ui/button-look";
import { cn } from "@/app/ui/cn";
import { Icon } from "@/app/ui/lucide-icon";

type DialogProps = {
  /** Names the thing and the deed: "Release (503) 555-0142". */
  title: string;
  /** What it means, before anything is pressed. */
  description?: ReactNode;
  /** The form or the buttons. */
  children: ReactNode;
  /** The button that opens it. Left out when `open` says so instead. */
  trigger?: ButtonLook & { label: string; className?: string };
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
};

/** For money, deletion, and anything that texts more than one person. On a phone it rises from below. */
export function Dialog({ title, description, children, trigger, open, onOpenChange }: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      {trigger ? (
        <Base.Trigger className={cn(buttonClass(trigger, false), trigger.className)}>
          {trigger.icon ? <Icon name={trigger.icon} size={buttonIconSize[trigger.size ?? "default"]} /> : null}
          {trigger.label}
        </Base.Trigger>
      ) : null}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-black/40 transition-opacity duration-180 ease-out data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Viewport className="fixed inset-0 z-50 flex items-end justify-center md:items-center md:p-6">
          <Base.Popup className="max-h-[calc(100dvh-2rem)] w-full overflow-y-auto rounded-t-xl border border-line bg-surface p-5 pb-[calc(1.25rem+env(safe-area-inset-bottom))] shadow-lift outline-none transition duration-180 ease-out data-ending-style:opacity-0 data-starting-style:opacity-0 max-md:duration-280 max-md:data-ending-style:translate-y-full max-md:data-starting-style:translate-y-full md:max-w-[30rem] md:rounded-xl md:p-6">
            <div className="flex items-start gap-3">
              <Base.Title className="grow text-[1.375rem] leading-[1.2]">{title}</Base.Title>
              <Base.Close
                aria-label="Close"
                className={cn(buttonClass({ variant: "ghost", size: "compact" }, true), "-mt-1 -mr-1.5")}
              >
                <Icon name="close" />
              </Base.Close>
            </div>
            {description ? <Base.Description className="mt-1.5 text-ink-2">{description}</Base.Description> : null}
            <div className="mt-5">{children}</div>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

/** Leaves the dialog as it was found: "Keep number". */
export function DialogClose({ children, variant = "ghost", size, icon, wide }: ButtonLook & { children: ReactNode }) {
  return (
    <Base.Close className={buttonClass({ variant, size, wide }, false)}>
      {icon ? <Icon name={icon} size={buttonIconSize[size ?? "default"]} /> : null}
      {children}
    </Base.Close>
  );
}
