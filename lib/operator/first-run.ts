import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { installation } from "@/db/schema/installation";
import { asSystem, type Tx, withWorkspace } from "@/db/tenant";
import { hashPassword } from "@/lib/auth/password-hash";
import { hashToken, newSecretToken } from "@/lib/auth/secret-token";
import { env } from "@/lib/env";
import { makeAccount, type Opened } from "@/lib/workspaces/make-account";
import type { NewWorkspace } from "@/lib/workspaces/open-workspace";

export const SETUP_HOURS = 24;

/** Why a set-up link makes no account: somebody has one, the code is none of ours or an earlier one, or a day has passed. */
export type SetupTrouble = "done" | "unknown" | "over";
type Refused = { ok: false; trouble: SetupTrouble };

/**
 * The link by which the first account is made, with a new code: the one before ends. Null as soon as there is a user.
 * Whoever reads it where it is printed runs the installation.
 */
export async function makeSetupLink(): Promise<string | null> {
  const code = newSecretToken();
  const made = await asSystem((tx) =>
    tx
      .update(installation)
      .set({
        setupCodeHash: hashToken(code),
        setupCodeExpiresAt: sql`app_now() + make_interval(hours => ${SETUP_HOURS})`,
      })
      .where(sql`not exists (select 1 from users)`)
      .returning({ only: installation.only }),
  );
  return made.length > 0 ? `${env().APP_URL}/setup/${code}` : null;
}

/** Whether a set-up link is still good. */
export function findSetup(code: string): Promise<{ ok: true } | Refused> {
  return asSystem((tx) => readSetup(tx, code));
}

type FirstAccount = NewWorkspace & { code: string; name: string; email: string; password: string; network: string };

/**
 * Makes the first account: operator of the installation and owner of its first workspace. Once, however many try at the
 * same moment. The address is not proved: nothing was mailed to it.
 */
export async function makeFirstAccount({
  code,
  password,
  ...wanted
}: FirstAccount): Promise<({ ok: true } & Opened) | Refused> {
  const found = await findSetup(code);
  if (!found.ok) return found;
  const passwordHash = await hashPassword(password);
  const workspaceId = randomUUID();
  return withWorkspace(workspaceId, async (tx) => {
    // Of two with the same link the second waits here, and then finds a user.
    await tx.execute(sql`select 1 from installation for update`);
    const still = await readSetup(tx, code);
    if (!still.ok) return still;
    const opened = await makeAccount(tx, workspaceId, { ...wanted, passwordHash, emailProved: false, operator: true });
    if (!opened) throw new Error("Without users an address was in use");
    await tx.update(installation).set({ setupCodeHash: null, setupCodeExpiresAt: null });
    return { ok: true, ...opened };
  });
}

async function readSetup(tx: Tx, code: string): Promise<{ ok: true } | Refused> {
  const [row] = await tx.execute<{ trouble: SetupTrouble | null }>(sql`
    select case when exists (select 1 from users) then 'done'
      when setup_code_hash is distinct from ${hashToken(code)} then 'unknown'
      when setup_code_expires_at <= app_now() then 'over' end as trouble
    from installation`);
  if (!row) throw new Error("The installation has no row");
  return row.trouble ? { ok: false, trouble: row.trouble } : { ok: true };
}
