import { cn } from "@/app/ui/cn";
import type { IconName } from "@/app/ui/icons";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "answer" | "danger";
export type ButtonSize = "compact" | "default" | "large";

export type ButtonLook = {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: IconName;
  /** As wide as what holds it. */
  wide?: boolean;
};

const variants: Record<ButtonVariant, string> = {
  primary: "bg-ink text-on-ink hover:bg-ink/88 active:bg-ink/80",
  secondary: "border-line-strong bg-surface text-ink shadow-rest hover:bg-hover active:bg-press",
  ghost: "text-ink-2 hover:bg-hover hover:text-ink active:bg-press",
  answer: "bg-answer text-on-answer hover:bg-answer/90 active:bg-answer/82",
  danger: "bg-stamp text-on-stamp hover:bg-stamp/90 active:bg-stamp/82",
};

// A thumb needs 44 px: on narrow screens and touch devices the two smaller sizes grow to it.
const sizes: Record<ButtonSize, { shape: string; text: string; square: string }> = {
  compact: {
    shape: "h-[30px] gap-1.5 rounded-[7px] max-md:h-11 max-md:rounded-md pointer-coarse:min-h-11",
    text: "px-2.5 text-sm max-md:px-3.5 max-md:text-base",
    square: "w-[30px] max-md:w-11 pointer-coarse:min-w-11",
  },
  default: {
    shape: "h-9 gap-[7px] rounded-md max-md:h-11 pointer-coarse:min-h-11",
    text: "px-[13px] text-control max-md:text-base",
    square: "w-9 max-md:w-11 pointer-coarse:min-w-11",
  },
  large: {
    shape: "h-12 gap-2 rounded-[10px] max-md:h-[54px]",
    text: "px-5 text-touch max-md:text-[1.0625rem]",
    square: "w-12 max-md:w-[54px]",
  },
};

/** The classes of a button; `square` for one that holds an icon alone. */
export function buttonClass({ variant = "secondary", size = "default", wide }: ButtonLook, square: boolean): string {
  const { shape, text, square: squareShape } = sizes[size];
  return cn(
    "inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap border border-transparent font-semibold transition-colors duration-120 ease-out aria-busy:cursor-progress disabled:opacity-60",
    variants[variant],
    shape,
    square ? squareShape : text,
    wide && "w-full",
  );
}

export const buttonIconSize: Record<ButtonSize, 14 | 16 | 18> = { compact: 14, default: 16, large: 18 };
