import { makePasswordReset } from "@/lib/auth/reset-password";
import { addressInUse, passwordChanged, passwordReset, welcome } from "@/lib/email/letters";
import { sendMail } from "@/lib/email/send-mail";

export type MailJob = {
  kind: "welcome" | "address_in_use" | "password_reset" | "password_changed";
  email: string;
};

/** Writes and sends one mail. A repeat of the same job carries the same id, by which mail servers know it. */
export async function sendQueuedMail(jobId: string, { kind, email }: MailJob): Promise<void> {
  const letter = await write(kind, email);
  if (letter) await sendMail({ to: email, id: jobId, ...letter });
}

/** What the worker does with the jobs of the queue "mail". */
export const mailHandlers = {
  mail: async (jobs: { id: string; data: MailJob }[]) => {
    for (const { id, data } of jobs) await sendQueuedMail(id, data);
  },
};

async function write(kind: MailJob["kind"], email: string) {
  if (kind === "welcome") return welcome();
  if (kind === "address_in_use") return addressInUse();
  if (kind === "password_changed") return passwordChanged();
  // Made here and not where it was asked for, so that the link never lies in the queue.
  const reset = await makePasswordReset(email);
  return reset && passwordReset(reset);
}
