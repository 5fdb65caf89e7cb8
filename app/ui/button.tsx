import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { type ButtonLook, buttonClass, buttonIconSize } from "@/app/ui/button-look";
import { cn } from "@/app/ui/cn";
import { Icon } from "@/app/ui/lucide-icon";

export type ButtonProps = ButtonLook &
  Omit<ComponentProps<"button">, "children"> & {
    children?: ReactNode;
    /** Shows that the press is being worked on. */
    pending?: boolean;
  };

/** A press that does something here. With no children it is square and needs an `aria-label`. */
export function Button({
  variant,
  size,
  icon,
  wide,
  pending,
  children,
  className,
  type = "button",
  ...rest
}: ButtonProps) {
  const shown = pending ? "loading" : icon;
  return (
    <button
      type={type}
      aria-busy={pending || undefined}
      className={cn(buttonClass({ variant, size, wide }, children === undefined), className)}
      {...rest}
    >
      {shown ? (
        <Icon name={shown} size={buttonIconSize[size ?? "default"]} className={pending ? "animate-turn" : undefined} />
      ) : null}
      {children}
    </button>
  );
}

export type ButtonLinkProps = ButtonLook & Omit<ComponentProps<typeof Link>, "children"> & { children?: ReactNode };

/** A press that goes somewhere. */
export function ButtonLink({ variant, size, icon, wide, children, className, ...rest }: ButtonLinkProps) {
  return (
    <Link className={cn(buttonClass({ variant, size, wide }, children === undefined), className)} {...rest}>
      {icon ? <Icon name={icon} size={buttonIconSize[size ?? "default"]} /> : null}
      {children}
    </Link>
  );
}
