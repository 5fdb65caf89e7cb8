import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { workspaceInvitations } from "@/db/schema/installation";
import { asSystem } from "@/db/tenant";
import { hashToken, repeatableToken } from "@/lib/auth/secret-token";

/**
 * Puts the link that a mail is about to carry in place of the one before; null when the invitation is answered, over, or
 * was taken to be sent by other means. The same job has the same link each time it is tried: a mail server may deliver the
 * first of several mails with one id and drop the others.
 */
export async function prepareInvitationMail(
  invitationId: string,
  jobId: string,
): Promise<{ email: string; token: string } | null> {
  const token = repeatableToken("workspace_invitation", jobId);
  const [row] = await asSystem((tx) =>
    tx
      .update(workspaceInvitations)
      .set({ tokenHash: hashToken(token) })
      .where(and(isWanted(invitationId), sql`expires_at > app_now()`))
      .returning({ email: workspaceInvitations.email }),
  );
  return row ? { email: row.email, token } : null;
}

/** Notes whether the mail server took the mail, for the operator, who can copy the link where it did not. */
export async function recordInvitationMail(invitationId: string, mail: "sent" | "failed"): Promise<void> {
  await asSystem((tx) => tx.update(workspaceInvitations).set({ mail }).where(isWanted(invitationId)));
}

const isWanted = (invitationId: string) =>
  and(
    eq(workspaceInvitations.id, invitationId),
    inArray(workspaceInvitations.mail, ["waiting", "failed"]),
    isNull(workspaceInvitations.acceptedAt),
    isNull(workspaceInvitations.cancelledAt),
  );
