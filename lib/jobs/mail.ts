import { makeProofLink, makeSignInLink } from "@/lib/auth/mail-link";
import { makePasswordReset } from "@/lib/auth/reset-password";
import type { Letter } from "@/lib/email/letter";
import {
  addressInUse,
  addressProof,
  passwordChanged,
  passwordReset,
  signInLink,
  signUpLink,
  workspaceInvitation,
} from "@/lib/email/letters";
import { sendMail } from "@/lib/email/send-mail";
import { noteMail } from "@/lib/health/note-mail";
import { prepareInvitationMail, recordInvitationMail } from "@/lib/operator/mail-invitation";
import { makeSignUpLink } from "@/lib/workspaces/sign-up";

/** Mail that anybody may ask for, to any address. */
export type RequestedMail = { kind: "password_reset" | "sign_in_link" | "sign_up"; email: string };
type Notice = { kind: "password_changed"; email: string };
type Proof = { kind: "prove_email"; userId: string };

export type MailJob = RequestedMail | Notice | Proof | { kind: "workspace_invitation"; invitationId: string };

/** Writes and sends one mail. A repeat of the same job carries the same id, by which mail servers know it. */
export async function sendQueuedMail(jobId: string, job: MailJob): Promise<void> {
  if (job.kind === "workspace_invitation") return sendInvitation(jobId, job.invitationId);
  const mail = await write(jobId, job);
  if (mail) await noteMail(() => sendMail({ id: jobId, ...mail }));
}

/** What the worker does with the jobs of the queue "mail". */
export const mailHandlers = {
  mail: async (jobs: { id: string; data: MailJob }[]) => {
    for (const { id, data } of jobs) await sendQueuedMail(id, data);
  },
};

type Addressed = Letter & { to: string };

/**
 * Links are made here and not where they were asked for, so that none lies in the queue. They go to the address that is
 * stored, not to the spelling that was typed.
 */
async function write(jobId: string, job: RequestedMail | Notice | Proof): Promise<Addressed | null> {
  if (job.kind === "password_changed") return { to: job.email, ...passwordChanged() };
  if (job.kind === "sign_up") {
    const link = await makeSignUpLink(job.email, jobId);
    return { to: job.email, ...(link ? signUpLink(link) : addressInUse()) };
  }
  if (job.kind === "prove_email") {
    const link = await makeProofLink(job.userId, jobId);
    return link && { to: link.to, ...addressProof(link) };
  }
  if (job.kind === "sign_in_link") {
    const link = await makeSignInLink(job.email, jobId);
    return link && { to: link.to, ...signInLink(link) };
  }
  const reset = await makePasswordReset(job.email);
  return reset && { to: reset.to, ...passwordReset(reset) };
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
