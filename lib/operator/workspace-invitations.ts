import { desc, eq, sql } from "drizzle-orm";
import type { InvitationMailState } from "@/db/enums";
import { workspaceInvitations } from "@/db/schema/installation";
import type { Tx } from "@/db/tenant";
import { recordAccountEvent } from "@/lib/audit/record-account-event";
import { hashToken, newSecretToken } from "@/lib/auth/secret-token";
import { mailIsConfigured } from "@/lib/email/mail-configured";
import { env } from "@/lib/env";
import { NotFound } from "@/lib/errors";
import { enqueueAfterwards } from "@/lib/jobs/queue";
import { asOperator } from "./as-operator";

export const INVITATION_HOURS = 72;
const SHOWN = 100;

export type Invitation = {
  id: string;
  email: string;
  mail: InvitationMailState;
  state: "open" | "over" | "accepted" | "cancelled";
  createdAt: Date;
  expiresAt: Date;
};

/** `link` is there to be shown once: nothing keeps it. Null when it goes by mail. */
export type Invited = { invitationId: string; link: string | null };

type Named = { userId: string; invitationId: string };

/**
 * Invites an address to open a workspace. An invitation of the same address that is still open is renewed: its earlier
 * link ends. Without a mail server the link is handed back to be copied.
 * @throws Forbidden for everybody but operators
 */
export async function inviteToOpenWorkspace({ userId, email }: { userId: string; email: string }): Promise<Invited> {
  const fresh = freshLink(mailIsConfigured() ? "waiting" : "not_configured");
  const invited = await asOperator({ userId }, async (tx) => {
    const { tokenHash, mail, expiresAt } = fresh.values;
    // The query builder knows no conflict on an expression.
    const [row] = await tx.execute<{ id: string }>(sql`
      insert into workspace_invitations (email, token_hash, mail, expires_at, invited_by)
      values (${email.trim()}, ${tokenHash}, ${mail}, ${expiresAt}, ${userId})
      on conflict (lower(email)) where accepted_at is null and cancelled_at is null do update set
        email = excluded.email, token_hash = excluded.token_hash, mail = excluded.mail, expires_at = excluded.expires_at,
        invited_by = excluded.invited_by, created_at = app_now()
      returning id`);
    if (!row) throw new Error("The invitation was not made");
    await recordMade(tx, userId, row.id);
    return row.id;
  });
  return deliver(invited, fresh);
}

/** Mails the invitation once more with a new link, or hands the link back where there is no mail server. @throws NotFound */
export function resendInvitation(named: Named): Promise<Invited> {
  return renew(named, freshLink(mailIsConfigured() ? "waiting" : "not_configured"));
}

/** Makes a new link to be sent by other means; the mailed one ends. It proves no address. @throws NotFound */
export function copyInvitationLink(named: Named): Promise<Invited> {
  return renew(named, freshLink("copied"));
}

/** @throws NotFound for an invitation that is accepted or cancelled, or was never made */
export async function cancelInvitation({ userId, invitationId }: Named): Promise<void> {
  await asOperator({ userId }, async (tx) => {
    const cancelled = await tx
      .update(workspaceInvitations)
      .set({ cancelledAt: sql`app_now()` })
      .where(isUnanswered(invitationId))
      .returning({ id: workspaceInvitations.id });
    if (cancelled.length === 0) throw new NotFound("The invitation");
    const details = { invitationId };
    await recordAccountEvent({ tx, kind: "workspace_invitation_cancelled", actorUserId: userId, details });
  });
}

/** The newest invitations, whatever became of them. */
export function listInvitations({ userId }: { userId: string }): Promise<Invitation[]> {
  return asOperator({ userId }, (tx) =>
    tx
      .select({
        id: workspaceInvitations.id,
        email: workspaceInvitations.email,
        mail: workspaceInvitations.mail,
        state: sql<Invitation["state"]>`case when accepted_at is not null then 'accepted'
          when cancelled_at is not null then 'cancelled' when expires_at <= app_now() then 'over' else 'open' end`,
        createdAt: workspaceInvitations.createdAt,
        expiresAt: workspaceInvitations.expiresAt,
      })
      .from(workspaceInvitations)
      .orderBy(desc(workspaceInvitations.createdAt), desc(workspaceInvitations.id))
      .limit(SHOWN),
  );
}

type Fresh = ReturnType<typeof freshLink>;

function freshLink(mail: "waiting" | "not_configured" | "copied") {
  const token = newSecretToken();
  const expiresAt = sql`app_now() + make_interval(hours => ${INVITATION_HOURS})`;
  return { token, values: { tokenHash: hashToken(token), mail, expiresAt } };
}

async function renew({ userId, invitationId }: Named, fresh: Fresh): Promise<Invited> {
  await asOperator({ userId }, async (tx) => {
    const renewed = await tx
      .update(workspaceInvitations)
      .set(fresh.values)
      .where(isUnanswered(invitationId))
      .returning({ id: workspaceInvitations.id });
    if (renewed.length === 0) throw new NotFound("The invitation");
    await recordMade(tx, userId, invitationId);
  });
  return deliver(invitationId, fresh);
}

/** The worker makes the link that it mails, so that none lies in the queue. */
async function deliver(invitationId: string, { token, values }: Fresh): Promise<Invited> {
  if (values.mail !== "waiting") return { invitationId, link: invitationAddress(token) };
  await enqueueAfterwards("mail", { kind: "workspace_invitation", invitationId });
  return { invitationId, link: null };
}

const invitationAddress = (token: string) => `${env().APP_URL}/invitation/${token}`;

const isUnanswered = (invitationId: string) =>
  sql`${eq(workspaceInvitations.id, invitationId)} and accepted_at is null and cancelled_at is null`;

async function recordMade(tx: Tx, userId: string, invitationId: string): Promise<void> {
  await recordAccountEvent({ tx, kind: "workspace_invitation_made", actorUserId: userId, details: { invitationId } });
}
