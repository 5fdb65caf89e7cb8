import type { Plan } from "@/db/enums";
import { PLAN_DETAILS } from "@/lib/billing/plans";
import { plural } from "@/lib/format/count";
import type { OperatorsAct, OperatorsKind } from "@/lib/operator/operators-log";

type About = { who: string; where: string; details: OperatorsAct["details"] };

const WORDS: Record<OperatorsKind, (about: About) => string> = {
  operator_made: ({ who }) => `${who} made somebody an operator.`,
  workspace_invitation_made: ({ who }) => `${who} invited somebody to open a workspace.`,
  workspace_invitation_cancelled: ({ who }) => `${who} cancelled an invitation.`,
  workspace_opened: ({ who, where }) => `${who} opened ${where}.`,
  workspace_suspended: ({ who, where }) => `${who} suspended ${where}.`,
  workspace_resumed: ({ who, where }) => `${who} resumed ${where}.`,
  workspace_plan_changed: ({ who, where, details }) =>
    `${who} put ${where} on ${planName(details.to)}, from ${planName(details.from)}.`,
  workspace_limits_changed: ({ who, where }) => `${who} changed the caps of ${where}.`,
  workspace_deletion_scheduled: ({ who, where }) => `${who} suspended ${where}, to be deleted after 7 days.`,
  workspace_deletion_cancelled: ({ who, where }) => `${who} kept ${where} from being deleted.`,
  workspace_deleted: ({ details }) => `A workspace was deleted. ${leftWords(details.numbersLeft)}`,
  installation_limits_changed: ({ who }) => `${who} changed the limits of the installation.`,
  unroutable_webhook_given: ({ who, where }) => `${who} gave a called number to ${where}.`,
  unroutable_webhook_ignored: ({ who, details }) =>
    `${who} ignored ${plural(Number(details.times ?? 1), "unroutable webhook")}.`,
  job_retried: ({ who }) => `${who} tried a failed job again.`,
  backup_restored: ({ who }) => `${who} restored a backup. Sending was stopped.`,
  sending_started: ({ who }) => `${who} started sending.`,
};

/** One line of the operators' log. */
export function actWords({ kind, by, workspace, details }: OperatorsAct): string {
  return WORDS[kind]({ who: by ?? "The installation", where: workspace ?? "a workspace that is gone", details });
}

function planName(plan: unknown): string {
  return typeof plan === "string" && plan in PLAN_DETAILS ? PLAN_DETAILS[plan as Plan].name : "another plan";
}

function leftWords(left: unknown): string {
  const count = Number(left ?? 0);
  if (count === 0) return "It had no number.";
  return `${plural(count, "number")} of it ${count === 1 ? "stays" : "stay"} in the carrier account and ${count === 1 ? "costs" : "cost"} money there.`;
}
