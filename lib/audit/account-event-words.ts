import type { AccountEventKind, SignInMethod } from "@/db/enums";

const HOW: Record<SignInMethod, string> = {
  password: "with your password",
  email_link: "with a link by mail",
  google: "with Google",
  account_created: "when the account was made",
  password_reset: "after a new password",
};

/** What an event of somebody's account is called in their own list. */
const WORDS: Record<AccountEventKind, string> = {
  account_created: "Account made",
  signed_in: "Signed in",
  sign_in_failed: "Wrong password",
  signed_out: "Signed out",
  session_ended: "One device signed out",
  sessions_ended: "Signed out everywhere",
  password_changed: "Password changed",
  password_reset_requested: "Link for a new password asked for",
  password_reset: "New password chosen by a mailed link",
  password_confirmed: "Password confirmed",
  email_link_requested: "Sign-in link asked for",
  email_proved: "Email address proved",
  second_factor_added: "Code at sign-in turned on",
  second_factor_failed: "Wrong sign-in code",
  second_factor_removed: "Code at sign-in turned off",
  recovery_codes_made: "New recovery codes made",
  recovery_code_used: "Recovery code used",
  operator_made: "Made an operator of this installation",
  workspace_invitation_made: "Somebody invited to open a workspace",
  workspace_invitation_cancelled: "Invitation cancelled",
  workspace_opened: "Workspace opened",
  workspace_suspended: "Workspace suspended",
  workspace_resumed: "Workspace resumed",
  workspace_plan_changed: "Workspace's plan changed",
  workspace_limits_changed: "Workspace's limits changed",
  workspace_deletion_scheduled: "Workspace's deletion scheduled",
  workspace_deletion_cancelled: "Workspace's deletion cancelled",
  workspace_deleted: "Workspace deleted",
  installation_limits_changed: "Installation's limits changed",
  unroutable_webhook_given: "Unroutable webhook given to a workspace",
  unroutable_webhook_ignored: "Unroutable webhook ignored",
  job_retried: "Job tried again",
  backup_restored: "Backup restored",
  sending_started: "Sending started",
};

type Event = { kind: AccountEventKind; details: Record<string, unknown> };

export function accountEventWords({ kind, details }: Event): string {
  const { method } = details;
  const how = kind === "signed_in" && isMethod(method) ? HOW[method] : null;
  return how ? `${WORDS[kind]} ${how}` : WORDS[kind];
}

function isMethod(method: unknown): method is SignInMethod {
  return typeof method === "string" && Object.hasOwn(HOW, method);
}
