import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { workspaceInvitations } from "@/db/schema/installation";
import { lookUp, type Tx, withWorkspace } from "@/db/tenant";
import { hashPassword } from "@/lib/auth/password-hash";
import { proveAddress } from "@/lib/auth/prove-address";
import { hashToken } from "@/lib/auth/secret-token";
import type { Account } from "@/lib/auth/session";
import { makeAccount, type Opened } from "@/lib/workspaces/make-account";
import { type NewWorkspace, openWorkspace } from "@/lib/workspaces/open-workspace";

/** Why an invitation opens nothing. */
export type InvitationTrouble = "unknown" | "accepted" | "cancelled" | "over" | "has_account" | "other_person";

type Refused = { ok: false; trouble: InvitationTrouble };

export type FoundInvitation =
  | { ok: true; id: string; email: string; hasAccount: boolean; wasMailed: boolean }
  | Refused;

export type Accepted = ({ ok: true } & Opened) | Refused;

/** What a link stands for, for whoever holds it. */
export async function findInvitation(token: string): Promise<FoundInvitation> {
  const [row] = await lookUp<Row>(selectByToken(token));
  return judge(row);
}

type Newcomer = NewWorkspace & { token: string; name: string; password: string; network: string };

/**
 * Makes the account and the workspace that an address was invited to open. The address is proved only where the link was
 * mailed to it: a link that an operator passed on by other means may be in anybody's hands.
 */
export async function acceptInvitation({ token, name, password, ...wanted }: Newcomer): Promise<Accepted> {
  const found = await findInvitation(token);
  if (!found.ok) return found;
  if (found.hasAccount) return { ok: false, trouble: "has_account" };
  const passwordHash = await hashPassword(password);
  const workspaceId = randomUUID();
  return withWorkspace(workspaceId, async (tx) => {
    const invitation = await lock(tx, token);
    if (!invitation.ok) return invitation;
    const { email, wasMailed: emailProved } = invitation;
    const account = { email, name, passwordHash, emailProved, ...wanted };
    const opened = await makeAccount(tx, workspaceId, account);
    if (!opened) return { ok: false, trouble: "has_account" };
    await markAccepted(tx, invitation.id);
    return { ok: true, ...opened };
  });
}

/** Opens another workspace for a person who has an account with the invited address and is signed in with it. */
export function acceptInvitationAs(
  user: Account,
  { token, network, ...wanted }: NewWorkspace & { token: string; network: string },
): Promise<Accepted> {
  const workspaceId = randomUUID();
  return withWorkspace(workspaceId, async (tx) => {
    const invitation = await lock(tx, token);
    if (!invitation.ok) return invitation;
    if (invitation.email.toLowerCase() !== user.email.toLowerCase()) return { ok: false, trouble: "other_person" };
    if (invitation.wasMailed) await proveAddress(tx, { userId: user.id, network });
    await markAccepted(tx, invitation.id);
    const slug = await openWorkspace(tx, { workspaceId, userId: user.id, ...wanted });
    return { ok: true, userId: user.id, slug };
  });
}

type Row = { id: string; email: string; was_mailed: boolean; has_account: boolean; trouble: InvitationTrouble | null };

function selectByToken(token: string) {
  return sql`
    select i.id, i.email, i.mail not in ('not_configured', 'copied') as was_mailed,
      exists (select 1 from users u where lower(u.email) = lower(i.email)) as has_account,
      case when i.accepted_at is not null then 'accepted' when i.cancelled_at is not null then 'cancelled'
        when i.expires_at <= app_now() then 'over' end as trouble
    from workspace_invitations i where i.token_hash = ${hashToken(token)}`;
}

function judge(row: Row | undefined): FoundInvitation {
  if (!row) return { ok: false, trouble: "unknown" };
  if (row.trouble) return { ok: false, trouble: row.trouble };
  return { ok: true, id: row.id, email: row.email, hasAccount: row.has_account, wasMailed: row.was_mailed };
}

/** Reads the invitation so that nobody else can accept, cancel or renew it before this transaction ends. */
async function lock(tx: Tx, token: string): Promise<FoundInvitation> {
  const [row] = await tx.execute<Row>(sql`${selectByToken(token)} for update of i`);
  return judge(row);
}

async function markAccepted(tx: Tx, id: string): Promise<void> {
  await tx.update(workspaceInvitations).set({ acceptedAt: sql`app_now()` }).where(eq(workspaceInvitations.id, id));
}
