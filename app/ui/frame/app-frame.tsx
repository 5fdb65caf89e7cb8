import type { ReactNode } from "react";
import { Avatar } from "@/app/ui/avatar";
import type { LineSummary, NavItem } from "@/app/ui/frame/frame-types";
import { LineCard, LinePill } from "@/app/ui/frame/line-card";
import { SidebarNav } from "@/app/ui/frame/sidebar-nav";
import { TabBar } from "@/app/ui/frame/tab-bar";
import { Mark } from "@/app/ui/mark";

export type AppFrameProps = {
  workspaceName: string;
  /** Trade and place: "Plumbing, Portland OR". */
  workspaceDetail: string;
  nav: NavItem[];
  setupNav: NavItem[];
  line: LineSummary;
  person: { name: string };
  /** A Menu with an icon alone ("switch"), for people with more than one workspace. */
  workspaceMenu?: ReactNode;
  /** A Menu with an icon alone ("options"): theme, sign out. */
  personMenu: ReactNode;
  banner?: ReactNode;
  children: ReactNode;
};

/** What stands around every screen of a workspace. CSS alone decides between sidebar, icon bar and bottom tabs. */
export function AppFrame(props: AppFrameProps) {
  const { workspaceName, workspaceDetail, nav, setupNav, line, person, workspaceMenu, personMenu, banner, children } =
    props;
  const personRow = (
    <>
      <Avatar name={person.name} own size="small" />
      <span className="min-w-0 grow truncate max-lg:md:sr-only">{person.name}</span>
      {personMenu}
    </>
  );
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[64px_minmax(0,1fr)] lg:grid-cols-[236px_minmax(0,1fr)]">
      <aside className="sticky top-0 flex h-dvh flex-col gap-0.5 overflow-y-auto px-3 pt-3.5 pb-3 max-lg:items-center max-md:hidden">
        <div className="mb-3 flex items-center gap-2.5 px-1.5 py-1 max-lg:flex-col max-lg:px-0">
          <Mark />
          <div className="min-w-0 grow max-lg:sr-only">
            <b className="block truncate font-bold text-[0.90625rem] leading-[1.15] tracking-[-0.01em]">
              {workspaceName}
            </b>
            <span className="block truncate text-ink-3 text-xs">{workspaceDetail}</span>
          </div>
          {workspaceMenu ? <div className="lg:-mx-2">{workspaceMenu}</div> : null}
        </div>
        <nav aria-label="Main">
          <SidebarNav items={nav} />
          <p className="px-2.5 pt-4 pb-1.5 font-[650] text-ink-3 text-xs tracking-[0.01em] max-lg:sr-only">Setup</p>
          <div className="max-lg:mt-3 max-lg:border-line max-lg:border-t max-lg:pt-3">
            <SidebarNav items={setupNav} />
          </div>
        </nav>
        <div className="mt-auto pt-4">
          <LineCard line={line} />
        </div>
        <div className="flex items-center gap-2.5 px-1.5 pt-2.5 font-semibold text-[0.84375rem] max-lg:flex-col max-lg:px-0">
          {personRow}
        </div>
      </aside>
      <div className="flex min-w-0 flex-col bg-surface max-md:min-h-dvh md:border-line md:border-l">
        <header className="sticky top-0 z-20 flex min-h-14 items-center gap-2.5 border-line border-b bg-surface px-4 py-2.5 md:hidden">
          <Mark />
          <b className="min-w-0 grow truncate text-touch tracking-[-0.01em]">{workspaceName}</b>
          <LinePill line={line} />
        </header>
        {banner ? <div className="px-4 pt-4 md:px-8">{banner}</div> : null}
        <main
          id="content"
          tabIndex={-1}
          className="flex w-full min-w-0 grow flex-col pb-[calc(96px+env(safe-area-inset-bottom))] outline-none max-md:mx-auto max-md:max-w-[640px] md:pb-0"
        >
          {children}
        </main>
      </div>
      <TabBar items={nav} more={setupNav}>
        <div className="flex min-h-14 items-center gap-3 font-semibold text-touch">{personRow}</div>
        {workspaceMenu ? (
          <div className="flex min-h-14 items-center gap-3 text-touch">
            <Mark className="size-6" />
            <span className="min-w-0 grow truncate font-semibold">{workspaceName}</span>
            {workspaceMenu}
          </div>
        ) : null}
      </TabBar>
    </div>
  );
}
