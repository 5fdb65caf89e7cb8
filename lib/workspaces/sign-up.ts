import { randomUUID } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { mailLinks } from "@/db/schema/people";
import { lookUp, type Tx, withWorkspace } from "@/db/tenant";
import { hashPassword } from "@/lib/auth/password-hash";
import { hashToken, repeatableToken } from "@/lib/auth/secret-token";
import { requestMail } from "@/lib/jobs/request-mail";
import { makeAccount, type Opened } from "./make-account";
import type { NewWorkspace } from "./open-workspace";
import { whoMaySignUp } from "./who-may-sign-up";

/** Why a link opens nothing. `closed`: the installation takes people by invitation. */
export type SignUpTrouble = "unknown" | "used" | "over" | "has_account" | "closed";
type Refused = { ok: false; trouble: SignUpTrouble };

/**
 * Asks for a link to be mailed, and makes nothing. Whether the address has an account is found out by the worker alone,
 * so that the answer cannot tell, in words or in time.
 */
export async function requestSignUp(email: string): Promise<{ ok: true } | Refused> {
  if ((await whoMaySignUp()) !== "open") return { ok: false, trouble: "closed" };
  await requestMail("sign_up", email);
  return { ok: true };
}

/** Makes the link that a mail is about to carry, the same each time the job is tried; null when the address has an account. */
export async function makeSignUpLink(email: string, jobId: string): Promise<{ token: string } | null> {
  const token = repeatableToken("sign_up", jobId);
  const [row] = await lookUp<{ known: boolean }>(sql`
    with known as (select exists (select 1 from users where lower(email) = lower(${email})) as known),
      made as (
        insert into mail_links (token_hash, purpose, email, expires_at)
        select ${hashToken(token)}, 'sign_up', ${email}, app_now() + interval '1 hour' from known where not known
        on conflict do nothing
      )
    select known from known`);
  return row?.known ? null : { token };
}

/** Whose link this is, for whoever holds it. */
export async function findSignUpLink(token: string): Promise<{ ok: true; email: string } | Refused> {
  if ((await whoMaySignUp()) !== "open") return { ok: false, trouble: "closed" };
  const [row] = await lookUp<LinkRow>(sql`
    select email, case when used_at is not null then 'used' when expires_at <= app_now() then 'over' end as trouble
    from mail_links where token_hash = ${hashToken(token)} and purpose = 'sign_up'`);
  if (!row) return { ok: false, trouble: "unknown" };
  return row.trouble ? { ok: false, trouble: row.trouble } : { ok: true, email: row.email };
}

type LinkRow = { email: string; trouble: "used" | "over" | null };
type Newcomer = NewWorkspace & { token: string; name: string; password: string; network: string };

/** Makes the account and the workspace: the link was mailed, so its address is proved. Once, on any device. */
export async function openSignUpLink({
  token,
  name,
  password,
  ...wanted
}: Newcomer): Promise<({ ok: true } & Opened) | Refused> {
  const found = await findSignUpLink(token);
  if (!found.ok) return found;
  const passwordHash = await hashPassword(password);
  const workspaceId = randomUUID();
  return withWorkspace(workspaceId, async (tx) => {
    const email = await useUp(tx, token);
    if (!email) return { ok: false, trouble: "used" };
    const opened = await makeAccount(tx, workspaceId, { email, name, passwordHash, emailProved: true, ...wanted });
    if (!opened) return { ok: false, trouble: "has_account" };
    return { ok: true, ...opened };
  });
}

/** Uses up all links of the address at once; of two with the same link only one comes through. */
async function useUp(tx: Tx, token: string): Promise<string | null> {
  const usedAt = sql`app_now()`;
  const isUnused = and(eq(mailLinks.purpose, "sign_up"), isNull(mailLinks.usedAt));
  const [used] = await tx
    .update(mailLinks)
    .set({ usedAt })
    .where(and(eq(mailLinks.tokenHash, hashToken(token)), isUnused, sql`expires_at > (select app_now())`))
    .returning({ email: mailLinks.email });
  if (!used) return null;
  await tx
    .update(mailLinks)
    .set({ usedAt })
    .where(and(sql`lower(email) = lower(${used.email})`, isUnused));
  return used.email;
}
