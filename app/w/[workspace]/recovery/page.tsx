import type { Metadata } from "next";
import { z } from "zod";
import { ActionForm } from "@/app/ui/action-form";
import { Card } from "@/app/ui/card";
import { PageHeader } from "@/app/ui/page-header";
import { requireWorkspace, roleAllows } from "@/lib/auth/require-workspace";
import { param, type Query } from "@/lib/query";
import { getRecoverySettings } from "@/lib/recovery/settings-queries";
import { e164 } from "@/lib/shapes";
import { saveNoticeAction, saveTextAction } from "./actions";
import { ExcludedCard } from "./excluded-card";
import { HoursCard } from "./hours-card";
import { LimitsCard } from "./limits-card";
import { MasterSwitch } from "./master-switch";
import { NoticeEditor } from "./notice-editor";
import type { Section } from "./section";
import { TextEditor } from "./text-editor";
import { WaitCard } from "./wait-card";
import { WorkspaceCard } from "./workspace-card";

export const metadata: Metadata = { title: "Recovery" };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Query>;
};

/** The last number of the page before, of each list. */
const query = z.object({ personal: param(e164), blocked: param(e164) });

export default async function RecoveryPage({ params, searchParams }: Props) {
  const { workspace: slug } = await params;
  const after = query.parse(await searchParams);
  const { workspace, role } = await requireWorkspace(slug);
  const { settings, active, pausedByName, isPaused, now } = await getRecoverySettings(workspace.id);
  const section: Section = { slug, canEdit: roleAllows(role, "admin") };
  const { canEdit } = section;
  return (
    <>
      <PageHeader
        title="Recovery"
        lead={
          canEdit
            ? "What happens when a call is missed."
            : "What happens when a call is missed. Only owners and admins can change this."
        }
      />
      <div className="grid max-w-[72rem] grid-cols-1 gap-4 px-4 pb-10 md:px-7">
        {active ? null : <WorkspaceCard section={section} active={active} />}
        <MasterSwitch
          section={section}
          state={{
            active,
            textBackOn: settings.textBackOn,
            pausedUntil: isPaused ? settings.pausedUntil : null,
            pausedByName,
          }}
          clock={{ now, timeZone: workspace.timeZone }}
        />
        <Card id="text" title="First text">
          <ActionForm action={saveTextAction.bind(null, slug)} readOnly={!canEdit}>
            <TextEditor saved={settings.template} business={workspace.name} canEdit={canEdit} />
          </ActionForm>
        </Card>
        <Card title="What the caller hears">
          <ActionForm action={saveNoticeAction.bind(null, slug)} readOnly={!canEdit}>
            <NoticeEditor
              saved={{ on: settings.noticeOn, words: settings.notice }}
              business={workspace.name}
              canEdit={canEdit}
            />
          </ActionForm>
        </Card>
        <WaitCard section={section} settings={settings} />
        <HoursCard section={section} settings={settings} timeZone={workspace.timeZone} />
        <ExcludedCard section={section} workspaceId={workspace.id} kind="personal" after={after.personal} />
        <ExcludedCard section={section} workspaceId={workspace.id} kind="blocked" after={after.blocked} />
        <LimitsCard section={section} settings={settings} />
        {active ? <WorkspaceCard section={section} active={active} /> : null}
      </div>
    </>
  );
}
