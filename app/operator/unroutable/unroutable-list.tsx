import { ActionForm, FormSelect } from "@/app/ui/action-form";
import { Dialog, DialogClose } from "@/app/ui/dialog";
import { PhoneNumber } from "@/app/ui/phone-number";
import { SubmitButton } from "@/app/ui/submit-button";
import { requireOperator } from "@/lib/auth/require-operator";
import { plural } from "@/lib/format/count";
import { formatMoment } from "@/lib/format/time";
import { listWorkspaceNames } from "@/lib/operator/list-installation";
import type { Unroutable } from "@/lib/operator/unroutable";
import { formatPhone } from "@/lib/phone/e164";
import { ActionButton } from "../action-button";
import { giveAction, ignoreAction } from "../actions";

type Times = { now: Date; timeZone: string };

const ABOUT: Record<Unroutable["about"], string> = { call: "Call", text: "Text", report: "Report" };
const WHY: Record<Unroutable["why"], string> = {
  number_unknown: "No workspace has it.",
  unreadable: "Signature right, but not readable.",
};

/** Signed webhooks that found no workspace. The called number is one of ours; the caller's is never shown. */
export async function UnroutableList({ list, now, timeZone }: { list: Unroutable[] } & Times) {
  if (list.length === 0) return <p className="text-ink-2">Nothing unroutable. Every call found its workspace.</p>;
  const { user } = await requireOperator();
  const workspaces = list.some(isGivable) ? await listWorkspaceNames({ userId: user.id }) : [];
  return (
    <ul>
      {list.map((one) => (
        <li
          key={one.id}
          className="flex min-h-[50px] flex-wrap items-center gap-x-2.5 gap-y-1 border-line border-t py-2 first:border-0"
        >
          <span className="min-w-44 grow basis-0">
            <b className="block font-semibold">
              <Subject of={one} />
            </b>
            <span className="block text-[0.84375rem] text-ink-3">
              {WHY[one.why]} {plural(one.times, "time")}, last {formatMoment(one.lastAt, now, timeZone)}
            </span>
          </span>
          {isGivable(one) ? <GiveDialog id={one.id} e164={one.calledE164 ?? ""} workspaces={workspaces} /> : null}
          <ActionButton
            action={ignoreAction.bind(null, one.id)}
            label="Ignore"
            about={subjectWords(one)}
            variant="ghost"
          />
        </li>
      ))}
    </ul>
  );
}

const isGivable = ({ calledE164, why }: Unroutable) => calledE164 !== null && why === "number_unknown";

function Subject({ of: { about, calledE164 } }: { of: Unroutable }) {
  if (calledE164 === null) return `${ABOUT[about]}, number not told`;
  return (
    <>
      {ABOUT[about]} to <PhoneNumber e164={calledE164} display={formatPhone(calledE164)} />
    </>
  );
}

function subjectWords({ about, calledE164 }: Unroutable): string {
  return calledE164 === null ? `${ABOUT[about]}, number not told` : `${ABOUT[about]} to ${formatPhone(calledE164)}`;
}

type GiveDialogProps = { id: string; e164: string; workspaces: { id: string; name: string }[] };

function GiveDialog({ id, e164, workspaces }: GiveDialogProps) {
  const number = formatPhone(e164);
  return (
    <Dialog
      title={`Give ${number} to a workspace`}
      description="Its next calls and texts go there. Nobody is texted for those that came before."
      trigger={{ label: "Give to…", size: "compact" }}
    >
      <ActionForm action={giveAction.bind(null, id)}>
        <FormSelect
          label="Workspace"
          name="workspace"
          saved={workspaces[0]?.id ?? ""}
          options={workspaces.map(({ id: value, name: label }) => ({ value, label }))}
        />
        <div className="flex flex-wrap justify-end gap-2">
          <DialogClose>Leave it</DialogClose>
          <SubmitButton pendingWords="Connecting">Give number</SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  );
}
