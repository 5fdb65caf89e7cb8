import { makePasswordReset } from "@/lib/auth/reset-password";
import { addressInUse, passwordChanged, passwordReset, signUpLink, workspaceInvitation } from "@/lib/email/letters";
import { sendMail } from "@/lib/email/send-mail";
import { noteMail } from "@/lib/health/note-mail";
import { prepareInvitationMail, recordInvitationMail } from "@/lib/operator/mail-invitation";
import { makeSignUpLink } from "@/lib/workspaces/sign-up";

/** Mail that anybody may ask for, to any address. */
export type RequestedMail = { kind: "password_reset" | "sign_up"; email: string };
type Notice = { kind: "password_changed"; email: string };

export type MailJob = RequestedMail | Notice | { kind: "workspace_invitation"; invitationId: string };

/** Writes and sends one mail. A repeat of the same job carries the same id, by which mail servers know it. */
export async function sendQueuedMail(jobId: string, job: MailJob): Promise<void> {
  if (job.kind === "workspace_invitation") return sendInvitation(jobId, job.invitationId);
  const letter = await write(jobId, job);
  if (letter) await noteMail(() => sendMail({ to: job.email, id: jobId, ...letter }));
}

/** What the worker does with the jobs of the queue "mail". */
export const mailHandlers = {
  mail: async (jobs: { id: string; data: MailJob }[]) => {
    for (const { id, data } of jobs) await sendQueuedMail(id, data);
  },
};

/** Links are made here and not where they were asked for, so that none lies in the queue. */
async function write(jobId: string, { kind, email }: RequestedMail | Notice) {
  if (kind === "password_changed") return passwordChanged();
  if (kind === "sign_up") {
    const link = await makeSignUpLink(email, jobId);
    return link ? signUpLink(link) : addressInUse();
  }
  const reset = await makePasswordReset(email);
  return reset && passwordReset(reset);
}

async function sendInvitation(jobId: string, invitationId: string): Promise<void> {
  const prepared = await prepareInvitationMail(invitationId, jobId);
  if (!prepared) return;
  try {
    await noteMail(() => sendMail({ to: prepared.email, id: jobId, ...workspaceInvitation(prepared) }));
  } catch (error) {
    await recordInvitationMail(invitationId, "failed");
    throw error;
  }
  await recordInvitationMail(invitationId, "sent");
}
