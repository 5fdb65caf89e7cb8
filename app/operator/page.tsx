import type { Metadata } from "next";
import { Card } from "@/app/ui/card";
import { Count } from "@/app/ui/count";
import { PageHeader } from "@/app/ui/page-header";
import { TextLink } from "@/app/ui/text-link";
import { plural } from "@/lib/format/count";
import { formatSecond } from "@/lib/format/time";
import { headline } from "@/lib/health/headline";
import { listInstallation, readTotals } from "@/lib/operator/list-installation";
import { listInvitations } from "@/lib/operator/workspace-invitations";
import { CheckNow } from "./check-now";
import { HealthCard } from "./health-card";
import { InvitationList } from "./invitations/invitation-list";
import { InviteDialog } from "./invitations/invite-dialog";
import { getOverview, type Overview, shownTimes } from "./overview";
import { UnroutableList } from "./unroutable/unroutable-list";
import { WorkspaceTable } from "./workspaces/workspace-table";

export const metadata: Metadata = { title: "Health" };

/** How many of a list stand here; the rest is on the list's own page. */
const SHORT = 3;

export default async function OperatorPage() {
  const overview = await getOverview();
  const { user, judged, facts, month, unroutable } = overview;
  const asked = { userId: user.id, monthStart: month.from };
  const [totals, workspaces, invitations] = await Promise.all([
    readTotals(asked),
    listInstallation({ ...asked, ...shownTimes(overview) }),
    listInvitations(asked),
  ]);
  const open = invitations.filter(({ state }) => state === "open" || state === "over");
  return (
    <>
      <PageHeader
        size="headline"
        title={headline(judged, facts)}
        lead={totalsWords(totals, overview)}
        actions={<CheckNow checked={`Checked ${formatSecond(facts.now, facts.timeZone)}`} />}
        className="md:px-7 md:pb-[18px]"
      />
      <div className="grid grid-cols-1 gap-4 px-4 md:px-7">
        <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24.5rem]">
          <HealthCard judged={judged} facts={facts} />
          <div className="grid min-w-0 grid-cols-1 gap-4">
            <Card
              title="Unroutable webhooks"
              aside={unroutable.length > 0 ? <Count value={unroutable.length} family="marker" label="waiting" /> : null}
            >
              <UnroutableList list={unroutable.slice(0, SHORT)} {...shownTimes(overview)} />
              <More href="/operator/unroutable" total={unroutable.length} />
            </Card>
            <Card title="Invitations" aside={<InviteDialog label="Invite" />}>
              <InvitationList list={open.slice(0, SHORT)} {...shownTimes(overview)} />
              <More href="/operator/invitations" total={open.length} />
            </Card>
          </div>
        </div>
        <Card title="Workspaces" aside={<InviteDialog label="New workspace" />}>
          <WorkspaceTable page={workspaces} month={month.name} {...shownTimes(overview)} />
        </Card>
      </div>
    </>
  );
}

function More({ href, total }: { href: string; total: number }) {
  if (total <= SHORT) return null;
  return (
    <TextLink href={href} standalone className="mt-2">
      See all {total}
    </TextLink>
  );
}

type Totals = Awaited<ReturnType<typeof readTotals>>;

function totalsWords({ workspaces, callers, typicalSeconds }: Totals, { month }: Overview): string {
  const median = typicalSeconds === null ? "" : `, median ${Math.max(0.1, Math.round(typicalSeconds * 10) / 10)} s`;
  const counts = `${plural(workspaces, "workspace")}, ${plural(callers, "caller")} texted in ${month.name}${median}.`;
  return `${counts} You see states and counts here, never callers' numbers or texts.`;
}
