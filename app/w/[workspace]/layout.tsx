import type { ReactNode } from "react";
import { PersonMenu } from "@/app/account/person-menu";
import { AppFrame } from "@/app/ui/frame/app-frame";
import type { NavItem } from "@/app/ui/frame/frame-types";
import { Live } from "@/app/ui/live/live";
import { requireWorkspace } from "@/lib/auth/require-workspace";
import { env } from "@/lib/env";
import { lastMissedWords, lineNumber, lineState } from "@/lib/insights/line-state";
import type { Pulse } from "@/lib/insights/workspace-pulse";
import { WorkspaceMenu } from "./frame-menus";
import { getPulse } from "./pulse";
import { WorkspaceBanner } from "./workspace-banner";

type WorkspaceLayoutProps = { params: Promise<{ workspace: string }>; children: ReactNode };

export default async function WorkspaceLayout({ params, children }: WorkspaceLayoutProps) {
  const { workspace, user } = await requireWorkspace((await params).workspace);
  const pulse = await getPulse(workspace.id);
  const base = `/w/${workspace.slug}`;
  return (
    // A page that brings its own bar of actions on a phone takes the place of tabs and top bar.
    <div className="contents has-data-action-bar:max-md:[&_header.sticky]:hidden has-data-action-bar:max-md:[&_nav.fixed]:hidden">
      <AppFrame
        workspaceName={workspace.name}
        workspaceDetail={workspace.detail}
        nav={mainNav(base, pulse.waiting)}
        setupNav={setupNav(base)}
        line={lineSummary(pulse, base)}
        person={{ name: user.name }}
        workspaceMenu={<WorkspaceMenu userId={user.id} slug={workspace.slug} />}
        personMenu={<PersonMenu email={user.email} isOperator={user.isOperator} />}
        banner={WorkspaceBanner({ pulse, base, timeZone: workspace.timeZone })}
      >
        {children}
      </AppFrame>
      <Live person={user.id} workspaceId={workspace.id} timeZone={workspace.timeZone} waiting={pulse.waiting} />
    </div>
  );
}

function mainNav(base: string, waiting: number): NavItem[] {
  return [
    { href: base, label: "Home", icon: "home", exact: true },
    { href: `${base}/leads`, label: "Leads", icon: "leads", ...(waiting > 0 ? { count: waiting } : {}) },
    { href: `${base}/calls`, label: "Calls", icon: "calls" },
  ];
}

function setupNav(base: string): NavItem[] {
  const simulator: NavItem = { href: "/simulator", label: "Simulator", icon: "simulator" };
  return [
    { href: `${base}/phone`, label: "Phone line", icon: "line" },
    { href: `${base}/recovery`, label: "Recovery", icon: "recovery" },
    { href: `${base}/billing`, label: "Billing", icon: "billing" },
    ...(env().SIMULATOR_URL ? [simulator] : []),
  ];
}

function lineSummary({ line }: Pulse, base: string) {
  const { family, words, means } = lineState(line);
  const live = family === "answer";
  return {
    family,
    words: live ? "Line is live" : words,
    number: lineNumber(line),
    detail: live || !means ? lastMissedWords(line) : means,
    href: `${base}/phone`,
  };
}
