import Link from "next/link";
import type { ComponentProps } from "react";
import { cn } from "@/app/ui/cn";

/** A link in words. Outside a paragraph give it room to be pressed: `standalone`. */
export function TextLink({ className, standalone, ...rest }: ComponentProps<typeof Link> & { standalone?: boolean }) {
  return (
    <Link
      className={cn(
        "font-[550] text-pen-text underline decoration-pen-text/35 underline-offset-[3px] hover:decoration-pen-text",
        standalone && "inline-flex min-h-6 items-center max-md:min-h-11",
        className,
      )}
      {...rest}
    />
  );
}
