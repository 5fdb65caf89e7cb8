import type { Metadata } from "next";
import { Card } from "@/app/ui/card";
import { PageHeader } from "@/app/ui/page-header";
import { requireOperator } from "@/lib/auth/require-operator";
import { listInstallation } from "@/lib/operator/list-installation";
import { id } from "@/lib/shapes";
import { InviteDialog } from "../invitations/invite-dialog";
import { getOverview, shownTimes } from "../overview";
import { WorkspaceTable } from "./workspace-table";

export const metadata: Metadata = { title: "Workspaces" };

type PageProps = { searchParams: Promise<{ after?: string | string[] }> };

export default async function WorkspacesPage({ searchParams }: PageProps) {
  const { user } = await requireOperator();
  const overview = await getOverview();
  const after = id.safeParse((await searchParams).after).data;
  const asked = { userId: user.id, monthStart: overview.month.from, after };
  const page = await listInstallation({ ...asked, ...shownTimes(overview) });
  return (
    <>
      <PageHeader
        title="Workspaces"
        lead="States, counts and amounts. What callers and members write is theirs."
        actions={<InviteDialog label="New workspace" />}
      />
      <div className="px-4 md:px-7">
        <Card label="Workspaces">
          <WorkspaceTable page={page} month={overview.month.name} {...shownTimes(overview)} />
        </Card>
      </div>
    </>
  );
}
