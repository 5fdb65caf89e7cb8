import Link from "next/link";
import { Mark } from "@/app/ui/mark";

const places = [
  { label: "Pricing", href: "/pricing" },
  { label: "Run it yourself", href: "/pricing#run-it-yourself" },
  { label: "Privacy", href: "/privacy" },
  { label: "Terms", href: "/terms" },
];

export function SiteFooter() {
  return (
    <footer className="mx-auto max-w-[1232px] px-4">
      <div className="flex flex-wrap items-center gap-x-7 gap-y-3 border-line-strong border-t pt-9 pb-12 text-base text-ink-2">
        <Mark className="size-7" />
        <p className="grow">Ringback is open source.</p>
        <nav aria-label="Footer" className="flex flex-wrap gap-x-7">
          {places.map((place) => (
            <Link key={place.label} href={place.href} className="py-1.5 hover:underline max-md:min-w-11 max-md:py-3">
              {place.label}
            </Link>
          ))}
        </nav>
      </div>
    </footer>
  );
}
