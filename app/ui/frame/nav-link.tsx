"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

type NavLinkProps = { href: string; exact?: boolean; title?: string; className: string; children: ReactNode };

/** A link that knows when one is already there. */
export function NavLink({ href, exact, title, className, children }: NavLinkProps) {
  const path = usePathname();
  const current = path === href || (!exact && path.startsWith(`${href}/`));
  return (
    <Link href={href} aria-current={current ? "page" : undefined} title={title} className={className}>
      {children}
    </Link>
  );
}
