import { sql } from "drizzle-orm";
import { users } from "@/db/schema/people";
import type { Tx } from "@/db/tenant";
import { recordAccountEvent } from "@/lib/audit/record-account-event";
import { proveAddress } from "@/lib/auth/prove-address";
import { type NewWorkspace, openWorkspace } from "./open-workspace";

export type NewAccount = NewWorkspace & {
  email: string;
  name: string;
  passwordHash: string;
  /** Whether the person came by a link that was mailed to the address. */
  emailProved: boolean;
  operator?: boolean;
  network: string;
};

/** Where a person stands after an account or a workspace was made. */
export type Opened = { userId: string; slug: string };

/**
 * Makes a person, their workspace and all it starts with, in a transaction of that workspace; null, and nothing, when the
 * address has an account.
 */
export async function makeAccount(tx: Tx, workspaceId: string, account: NewAccount): Promise<Opened | null> {
  const { email, name, passwordHash, emailProved, operator = false, network } = account;
  const [made] = await tx
    .insert(users)
    .values({ email, name, passwordHash, ...(operator ? { operatorAt: sql`app_now()` } : {}) })
    .onConflictDoNothing()
    .returning({ id: users.id });
  if (!made) return null;
  const own = { tx, actorUserId: made.id, userId: made.id, network };
  await recordAccountEvent({ ...own, kind: "account_created" });
  if (emailProved) await proveAddress(tx, { userId: made.id, network });
  if (operator) await recordAccountEvent({ ...own, kind: "operator_made" });
  return { userId: made.id, slug: await openWorkspace(tx, { ...account, workspaceId, userId: made.id }) };
}
