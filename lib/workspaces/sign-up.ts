import { randomUUID } from "node:crypto";
import { withWorkspace } from "@/db/tenant";
import { hashPassword } from "@/lib/auth/password-hash";
import { enqueueAfterwards } from "@/lib/jobs/queue";
import { makeAccount } from "./make-account";
import type { NewWorkspace } from "./open-workspace";

export type Newcomer = NewWorkspace & { name: string; email: string; password: string };

/**
 * Makes a person, their workspace and everything it starts with, or nothing at all. For an address that has an account
 * it makes nothing, tells only that address, and answers the same.
 */
export async function signUp({ password, ...wanted }: Newcomer): Promise<void> {
  const email = wanted.email.trim();
  const passwordHash = await hashPassword(password);
  const workspaceId = randomUUID();
  const account = { ...wanted, email, name: wanted.name.trim(), passwordHash, emailProved: false };
  const made = await withWorkspace(workspaceId, (tx) => makeAccount(tx, workspaceId, account));
  // Both ways queue one mail, so that neither takes longer.
  await enqueueAfterwards("mail", { kind: made ? "welcome" : "address_in_use", email });
}
