import Link from "next/link";
import type { ReactNode } from "react";
import { PersonMenu } from "@/app/account/person-menu";
import { Avatar } from "@/app/ui/avatar";
import type { NavItem } from "@/app/ui/frame/frame-types";
import { SidebarNav } from "@/app/ui/frame/sidebar-nav";
import { TabBar } from "@/app/ui/frame/tab-bar";
import { Mark } from "@/app/ui/mark";
import { SendingStopped } from "./sending-stopped";

type Counts = { failing: number; unroutable: number; failedJobs: number };

type OperatorFrameProps = {
  /** Where this installation is reached. */
  address: string;
  person: { name: string; email: string };
  /** The operator's own workspace; null for one who has none. */
  home: { slug: string; name: string } | null;
  counts: Counts;
  sendingStopped: boolean;
  children: ReactNode;
};

/** What stands around the pages of the installation: no workspace's frame, because it is about all of them. */
export function OperatorFrame({ address, person, home, counts, sendingStopped, children }: OperatorFrameProps) {
  const { first, later } = navItems(counts);
  const personRow = (
    <>
      <Avatar name={person.name} own size="small" />
      <span className="min-w-0 grow leading-tight max-lg:md:sr-only">
        <span className="block truncate">{person.name}</span>
        <span className="block font-[450] text-ink-3 text-sm">Operator</span>
      </span>
      <PersonMenu email={person.email} isOperator={false} />
    </>
  );
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[64px_minmax(0,1fr)] lg:grid-cols-[236px_minmax(0,1fr)]">
      <aside className="sticky top-0 flex h-dvh flex-col gap-0.5 overflow-y-auto px-3 pt-3.5 pb-3 max-lg:items-center max-md:hidden">
        <div className="mb-3 flex items-center gap-2.5 px-1.5 py-1 max-lg:px-0">
          <Mark />
          <Head address={address} className="max-lg:sr-only" />
        </div>
        <nav aria-label="Operator">
          <SidebarNav items={[...first, ...later]} />
        </nav>
        {home ? <BackCard home={home} /> : null}
        <div className="flex items-center gap-2.5 px-1.5 pt-2.5 font-semibold text-[0.84375rem] max-lg:flex-col max-lg:px-0">
          {personRow}
        </div>
      </aside>
      <div className="flex min-w-0 flex-col bg-surface max-md:min-h-dvh md:border-line md:border-l">
        <header className="sticky top-0 z-20 flex min-h-14 items-center gap-2.5 border-line border-b bg-surface px-4 py-2.5 md:hidden">
          <Mark />
          <Head address={address} />
        </header>
        {sendingStopped ? <SendingStopped /> : null}
        <main
          id="content"
          tabIndex={-1}
          className="flex w-full min-w-0 grow flex-col pb-[calc(96px+env(safe-area-inset-bottom))] outline-none md:pb-8"
        >
          {children}
        </main>
      </div>
      <TabBar items={first} more={later}>
        {home ? (
          <Link href={`/w/${home.slug}`} className="flex min-h-14 items-center font-semibold text-touch">
            Back to {home.name}
          </Link>
        ) : null}
        <div className="flex min-h-14 items-center gap-3 font-semibold text-touch">{personRow}</div>
      </TabBar>
    </div>
  );
}

function Head({ address, className = "" }: { address: string; className?: string }) {
  return (
    <div className={`min-w-0 grow ${className}`}>
      <b className="block truncate font-bold text-[0.90625rem] leading-[1.15] tracking-[-0.01em]">This installation</b>
      <span className="block truncate text-ink-3 text-xs">{address}</span>
    </div>
  );
}

function BackCard({ home }: { home: { slug: string; name: string } }) {
  return (
    <div className="mt-auto pt-4">
      <Link
        href={`/w/${home.slug}`}
        title={`Back to ${home.name}`}
        className="block rounded-[10px] border border-line bg-surface px-3 py-2.5 text-sm hover:border-line-strong max-lg:grid max-lg:size-10 max-lg:place-items-center max-lg:p-0"
      >
        <span className="block font-semibold max-lg:sr-only">Back to {home.name}</span>
        <span className="block text-ink-3 max-lg:sr-only">Your own workspace</span>
        <Mark className="size-5 lg:hidden" />
      </Link>
    </div>
  );
}

/** The first two are a thumb away, also with text at 200 %; the rest is behind More. */
function navItems({ failing, unroutable, failedJobs }: Counts): { first: NavItem[]; later: NavItem[] } {
  return {
    first: [
      { href: "/operator", label: "Health", icon: "health", exact: true, count: failing },
      { href: "/operator/workspaces", label: "Workspaces", icon: "workspaces" },
    ],
    later: [
      { href: "/operator/invitations", label: "Invitations", icon: "invitations" },
      { href: "/operator/unroutable", label: "Unroutable", icon: "unplugged", count: unroutable },
      { href: "/operator/jobs", label: "Failed jobs", icon: "failedJobs", count: failedJobs },
      { href: "/operator/limits", label: "Limits", icon: "limits" },
      { href: "/operator/log", label: "Operators' log", icon: "log" },
    ],
  };
}
