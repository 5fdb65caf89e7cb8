import type { Metadata } from "next";
import { Card } from "@/app/ui/card";
import { PageHeader } from "@/app/ui/page-header";
import { requireOperator } from "@/lib/auth/require-operator";
import { listInvitations } from "@/lib/operator/workspace-invitations";
import { getOverview, shownTimes } from "../overview";
import { InvitationList } from "./invitation-list";
import { InviteDialog } from "./invite-dialog";

export const metadata: Metadata = { title: "Invitations" };

export default async function InvitationsPage() {
  const { user } = await requireOperator();
  const times = shownTimes(await getOverview());
  const list = await listInvitations({ userId: user.id });
  return (
    <>
      <PageHeader title="Invitations" actions={<InviteDialog label="Invite" />} />
      <div className="max-w-[760px] px-4 md:px-7">
        <Card label="Invitations">
          <InvitationList list={list} {...times} />
        </Card>
      </div>
    </>
  );
}
