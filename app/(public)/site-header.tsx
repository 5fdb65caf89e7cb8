import Link from "next/link";
import { ButtonLink } from "@/app/ui/button";
import { Menu } from "@/app/ui/menu";
import { Wordmark } from "@/app/ui/wordmark";

const places = [
  { label: "How it works", href: "/#how-it-works" },
  { label: "Pricing", href: "/pricing" },
  { label: "Run it yourself", href: "/pricing#run-it-yourself" },
];

export function SiteHeader() {
  return (
    <header className="mx-auto flex h-[70px] max-w-[1232px] items-center gap-[30px] px-4 font-[550] text-[0.96875rem] max-md:gap-2 md:h-[84px]">
      <Link href="/" aria-label="Ringback, home" className="mr-auto flex min-h-11 items-center">
        <Wordmark className="max-md:text-[23px]" />
      </Link>
      <nav aria-label="Main" className="contents">
        {places.map((place) => (
          <Link key={place.href} href={place.href} className="py-1.5 hover:underline max-md:hidden">
            {place.label}
          </Link>
        ))}
        <ButtonLink href="/sign-in" variant="ghost" className="max-md:px-2 md:px-2.5 md:text-[0.96875rem] md:text-ink">
          Sign in
        </ButtonLink>
        <ButtonLink href="/sign-up" variant="primary" className="max-md:hidden md:h-[42px] md:px-[17px] md:text-base">
          Start free
        </ButtonLink>
        <div className="md:hidden">
          <Menu
            label="Menu"
            icon="menu"
            variant="ghost"
            align="end"
            items={[...places, { label: "Start free", href: "/sign-up", separated: true }]}
          />
        </div>
      </nav>
    </header>
  );
}
