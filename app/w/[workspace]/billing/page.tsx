import type { Metadata } from "next";
import { Card } from "@/app/ui/card";
import { PageHeader } from "@/app/ui/page-header";
import { requireWorkspace } from "@/lib/auth/require-workspace";
import { getBilling } from "@/lib/billing/queries";
import { PlanCard } from "./plan-card";
import { PlanTable } from "./plan-table";
import { UsageCard } from "./usage-card";

export const metadata: Metadata = { title: "Billing" };

export default async function BillingPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace: slug } = await params;
  const { workspace, role } = await requireWorkspace(slug);
  const billing = await getBilling(workspace.id);
  const selfHosted = billing.allowed.effectivePlan === "self_hosted";
  return (
    <>
      <PageHeader
        title="Billing"
        lead={role === "owner" ? undefined : "Only owners change the plan. You can see it here."}
      />
      <div className="grid max-w-[72rem] grid-cols-1 gap-4 px-4 pb-10 md:px-7 lg:grid-cols-2">
        <PlanCard billing={billing} timeZone={workspace.timeZone} />
        <UsageCard billing={billing} />
        <Card title={selfHosted ? "What you have" : "What each plan allows"} className="lg:col-span-2">
          <PlanTable current={billing.allowed.effectivePlan} />
        </Card>
      </div>
    </>
  );
}
