import { makePasswordReset } from "@/lib/auth/reset-password";
import { addressInUse, passwordChanged, passwordReset, welcome, workspaceInvitation } from "@/lib/email/letters";
import { sendMail } from "@/lib/email/send-mail";
import { noteMail } from "@/lib/health/note-mail";
import { prepareInvitationMail, recordInvitationMail } from "@/lib/operator/mail-invitation";

type AddressedJob = { kind: "welcome" | "address_in_use" | "password_reset" | "password_changed"; email: string };

export type MailJob = AddressedJob | { kind: "workspace_invitation"; invitationId: string };

/** Writes and sends one mail. A repeat of the same job carries the same id, by which mail servers know it. */
export async function sendQueuedMail(jobId: string, job: MailJob): Promise<void> {
  if (job.kind === "workspace_invitation") return sendInvitation(jobId, job.invitationId);
  const letter = await write(job.kind, job.email);
  if (letter) await noteMail(() => sendMail({ to: job.email, id: jobId, ...letter }));
}

/** What the worker does with the jobs of the queue "mail". */
export const mailHandlers = {
  mail: async (jobs: { id: string; data: MailJob }[]) => {
    for (const { id, data } of jobs) await sendQueuedMail(id, data);
  },
};

async function write(kind: AddressedJob["kind"], email: string) {
  if (kind === "welcome") return welcome();
  if (kind === "address_in_use") return addressInUse();
  if (kind === "password_changed") return passwordChanged();
  // Made here and not where it was asked for, so that the link never lies in the queue.
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
