import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm, FormCheckbox, FormInput, FormSelect } from "@/app/ui/action-form";
import { Card } from "@/app/ui/card";
import { Dialog, DialogClose } from "@/app/ui/dialog";
import { PageHeader } from "@/app/ui/page-header";
import { Status } from "@/app/ui/status";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextLink } from "@/app/ui/text-link";
import { PLANS } from "@/db/enums";
import { requireOperator } from "@/lib/auth/require-operator";
import { PLAN_DETAILS } from "@/lib/billing/plans";
import { NotFound } from "@/lib/errors";
import { formatDay } from "@/lib/format/time";
import { GRACE_DAYS, listNumbersLeft } from "@/lib/operator/delete-workspace";
import { readInstallationLimits } from "@/lib/operator/installation-limits";
import { getInstallationWorkspace, type InstallationWorkspace } from "@/lib/operator/list-installation";
import { readWorkspaceLimits } from "@/lib/operator/workspace-limits";
import { formatPhone } from "@/lib/phone/e164";
import { id as idShape } from "@/lib/shapes";
import { ActionButton } from "../../action-button";
import {
  changeCapsAction,
  changePlanAction,
  deleteAction,
  keepAction,
  resumeAction,
  suspendAction,
} from "../../actions";
import { dollarsOf, RegionBoxes } from "../../limit-fields";
import { getOverview, shownTimes } from "../../overview";

export const metadata: Metadata = { title: "Workspace" };

type PageProps = { params: Promise<{ id: string }> };

export default async function WorkspacePage({ params }: PageProps) {
  const { user } = await requireOperator();
  const id = idShape.safeParse((await params).id);
  if (!id.success) notFound();
  const acting = { userId: user.id, workspaceId: id.data };
  const workspace = await getInstallationWorkspace(acting).catch((error: unknown) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  const times = shownTimes(await getOverview());
  return (
    <>
      <PageHeader
        before={
          <TextLink href="/operator/workspaces" standalone>
            Workspaces
          </TextLink>
        }
        title={workspace.name}
        lead={workspace.owner ?? "Nobody owns it"}
      />
      <div className="grid max-w-[760px] grid-cols-1 gap-4 px-4 md:px-7">
        <StateCard workspace={workspace} />
        <PlanCard workspace={workspace} />
        <CapsCard acting={acting} />
        <DeleteCard workspace={workspace} acting={acting} {...times} />
      </div>
    </>
  );
}

function StateCard({ workspace: { id, name, suspendedAt } }: { workspace: InstallationWorkspace }) {
  return (
    <Card label="State">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <div className="min-w-56 grow basis-0">
          <h2 className="mb-1 text-section">{suspendedAt ? "Suspended" : "Runs"}</h2>
          <p className="max-w-[65ch] text-ink-2">
            {suspendedAt
              ? "Calls are logged. No phone rings and no text goes out, not even one that a member writes."
              : "Suspended, no phone of it rings and no text goes out. Its members still see everything."}
          </p>
        </div>
        {suspendedAt ? (
          <ActionButton action={resumeAction.bind(null, id)} label="Resume" about={name} />
        ) : (
          <ActionButton action={suspendAction.bind(null, id)} label="Suspend" about={name} />
        )}
      </div>
    </Card>
  );
}

function PlanCard({ workspace: { id, plan } }: { workspace: InstallationWorkspace }) {
  return (
    <Card title="Plan">
      <ActionForm action={changePlanAction.bind(null, id)}>
        <FormSelect
          label="Plan"
          name="plan"
          saved={plan}
          options={PLANS.map((one) => ({ value: one, label: PLAN_DETAILS[one].name }))}
          hint="It holds at once, and nobody is charged for it here."
        />
        <div>
          <SubmitButton variant="secondary" pendingWords="Saving">
            Save plan
          </SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}

async function CapsCard({ acting }: { acting: { userId: string; workspaceId: string } }) {
  const [own, all] = await Promise.all([readWorkspaceLimits(acting), readInstallationLimits(acting)]);
  const number = (name: "numbers" | "hourlyCallerCeiling" | "dailyCallerCeiling", forAll: number) => ({
    name,
    saved: own[name] === null ? "" : String(own[name]),
    placeholder: String(forAll),
    inputMode: "numeric" as const,
  });
  const money = (name: "dailySpendCeilingCents" | "dailyRingCeilingCents") => ({
    name,
    saved: dollarsOf(own[name]),
    placeholder: dollarsOf(all[name]),
    inputMode: "decimal" as const,
  });
  const mayAttest = own.mayAttest === null ? "as_all" : own.mayAttest ? "yes" : "no";
  return (
    <Card title="Caps">
      <p className="mb-4 max-w-[65ch] text-ink-2">
        The most its owners may allow themselves. An empty box keeps what holds for all workspaces.
      </p>
      <ActionForm action={changeCapsAction.bind(null, acting.workspaceId)}>
        <div className="grid gap-4 sm:grid-cols-2">
          <FormInput {...number("numbers", all.numbersPerWorkspace)} label="Numbers it may buy" />
          <FormSelect
            label="Owners may attest a registration"
            name="mayAttest"
            saved={mayAttest}
            options={[
              { value: "as_all", label: `As all: ${all.ownersMayAttest ? "yes" : "no"}` },
              { value: "yes", label: "Yes" },
              { value: "no", label: "No" },
            ]}
          />
          <FormInput
            {...number("hourlyCallerCeiling", all.hourlyCallerCeiling)}
            label="New callers texted in an hour"
          />
          <FormInput {...number("dailyCallerCeiling", all.dailyCallerCeiling)} label="New callers texted in a day" />
          <FormInput {...money("dailySpendCeilingCents")} label="Texts, dollars in a day" />
          <FormInput {...money("dailyRingCeilingCents")} label="Ringing its phones, dollars in a day" />
        </div>
        <FormCheckbox
          name="ownRegions"
          saved={own.regionsCeiling !== null}
          label="Its own countries, ticked below"
          detail={`Without this: ${all.regionsCeiling.join(", ")}, as for all.`}
        />
        <RegionBoxes legend="Its own countries" saved={own.regionsCeiling ?? all.regionsCeiling} />
        <div>
          <SubmitButton variant="secondary" pendingWords="Saving">
            Save caps
          </SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}

type DeleteCardProps = {
  workspace: InstallationWorkspace;
  acting: { userId: string; workspaceId: string };
  now: Date;
  timeZone: string;
};

async function DeleteCard({ workspace: { id, name, deleteAfter }, acting, now, timeZone }: DeleteCardProps) {
  const numbers = (await listNumbersLeft(acting)).map(formatPhone);
  const left =
    numbers.length === 0
      ? "It has no number."
      : `${numbers.join(", ")} ${numbers.length === 1 ? "stays" : "stay"} in the carrier account and goes on costing until you release it there.`;
  if (deleteAfter) {
    return (
      <Card id="delete" title="Delete">
        <Status
          family="stamp"
          icon="delete"
          wrap
          detail="Kept, it stays suspended until you resume it."
        >{`Deleted on ${formatDay(deleteAfter, now, timeZone)}. ${left}`}</Status>
        <div className="mt-4">
          <ActionButton action={keepAction.bind(null, id)} label="Keep it" about={name} icon="undo" />
        </div>
      </Card>
    );
  }
  return (
    <Card id="delete" title="Delete">
      <p className="mb-4 max-w-[65ch] text-ink-2">
        It is suspended at once and deleted after {GRACE_DAYS} days with its calls, leads and conversations. Until then
        you can take that back. {left}
      </p>
      <Dialog
        title={`Delete ${name}`}
        description={`Everything in it is gone after ${GRACE_DAYS} days. ${left}`}
        trigger={{ label: "Delete workspace", variant: "ghost", icon: "delete" }}
      >
        <ActionForm action={deleteAction.bind(null, id)}>
          <div className="flex flex-wrap justify-end gap-2">
            <DialogClose>Keep it</DialogClose>
            <SubmitButton variant="danger" icon="delete" pendingWords="Deleting">
              Delete workspace
            </SubmitButton>
          </div>
        </ActionForm>
      </Dialog>
    </Card>
  );
}
