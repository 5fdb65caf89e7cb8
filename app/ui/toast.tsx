"use client";

import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from "react";
import type { IconName } from "@/app/ui/icons";
import { Icon } from "@/app/ui/lucide-icon";

export type Toast = {
  /** What happened: "Bill Tran moved to Booked". */
  message: string;
  icon?: IconName;
  undo?: () => void | Promise<void>;
};

const secondsShown = 8;

const ToastContext = createContext<((toast: Toast) => void) | null>(null);

/** Says what happened, with the way back. */
export function useToast(): (toast: Toast) => void {
  const show = useContext(ToastContext);
  if (!show) throw new Error("useToast needs a ToastProvider above it");
  return show;
}

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName));

/** Holds the one toast there is, above the tab bar on phones. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<(Toast & { id: number }) | null>(null);
  const [held, setHeld] = useState(false);
  const next = useRef(0);

  const show = useCallback((shown: Toast) => {
    next.current += 1;
    setToast({ ...shown, id: next.current });
    setHeld(false);
  }, []);

  const undo = useCallback(() => {
    if (!toast?.undo) return;
    setToast(null);
    void toast.undo();
  }, [toast]);

  useEffect(() => {
    if (!toast || held) return;
    const timer = setTimeout(() => setToast(null), secondsShown * 1_000);
    return () => clearTimeout(timer);
  }, [toast, held]);

  useEffect(() => {
    if (!toast?.undo) return;
    const listen = (event: KeyboardEvent) => {
      if (event.key !== "z" || !(event.metaKey || event.ctrlKey) || event.shiftKey || typing(event.target)) return;
      event.preventDefault();
      undo();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [toast, undo]);

  return (
    <ToastContext value={show}>
      {children}
      <div
        aria-live="polite"
        className="pointer-events-none fixed inset-x-4 bottom-[calc(92px+env(safe-area-inset-bottom))] z-60 flex justify-center md:bottom-6"
      >
        {toast ? (
          // biome-ignore lint/a11y/noStaticElementInteractions: resting here only holds the clock
          <div
            key={toast.id}
            onPointerEnter={() => setHeld(true)}
            onPointerLeave={() => setHeld(false)}
            onFocus={() => setHeld(true)}
            onBlur={() => setHeld(false)}
            className="pointer-events-auto flex min-h-11 max-w-full animate-arrive items-center gap-3 rounded-[10px] bg-ink py-1.5 pr-2 pl-3.5 font-[550] text-control text-on-ink shadow-lift"
          >
            <Icon name={toast.icon ?? "done"} />
            <span className="min-w-0">{toast.message}</span>
            {toast.undo ? (
              <button
                type="button"
                onClick={undo}
                className="min-h-8 shrink-0 rounded-sm bg-on-ink/14 px-2.5 font-bold hover:bg-on-ink/22 focus-visible:outline-on-ink max-md:min-h-11 pointer-coarse:min-h-11"
              >
                Undo
              </button>
            ) : null}
          </div>
        ) : null}
      </div>
    </ToastContext>
  );
}
