import { and, eq, isNull, sql } from "drizzle-orm";
import { mailLinks } from "@/db/schema/people";
import { asSystem, lookUp, type Tx } from "@/db/tenant";
import { recordAccountEvent } from "@/lib/audit/record-account-event";
import { enqueue } from "@/lib/jobs/queue";
import { requestMail } from "@/lib/jobs/request-mail";
import { proveAddress } from "./prove-address";
import { hashToken, isSecretToken, repeatableToken } from "./secret-token";

type Purpose = "sign_in" | "prove_email";
/** The address is the one that is stored: mail never goes to a spelling that somebody typed. */
export type MadeLink = { to: string; token: string };

/** Asks for a link to sign in with. Whether it may be made is found out by the worker, so that the answer cannot tell. */
export function requestSignInLink(email: string): Promise<void> {
  return requestMail("sign_in_link", email);
}

/** Asks for a link that proves the address of somebody who is signed in. */
export function requestProof(userId: string): Promise<void> {
  return enqueue("mail", { kind: "prove_email", userId });
}

/** Makes the link of a mail, good once and for 15 minutes; null unless somebody has this address and has proved it. */
export function makeSignInLink(email: string, jobId: string): Promise<MadeLink | null> {
  const owner = sql`lower(email) = lower(${email}) and email_proved_at is not null`;
  return makeLink({ purpose: "sign_in", jobId, owner, minutes: 15 });
}

/** Makes the link of a mail, good once and for an hour; null for nobody and for an address that is proved. */
export function makeProofLink(userId: string, jobId: string): Promise<MadeLink | null> {
  const owner = sql`id = ${userId} and email_proved_at is null`;
  return makeLink({ purpose: "prove_email", jobId, owner, minutes: 60 });
}

type NewLink = { purpose: Purpose; jobId: string; owner: ReturnType<typeof sql>; minutes: number };

function makeLink({ purpose, jobId, owner, minutes }: NewLink): Promise<MadeLink | null> {
  const token = repeatableToken(purpose, jobId);
  return asSystem(async (tx) => {
    const [found] = await tx.execute<{ id: string; email: string }>(sql`select id, email from users where ${owner}`);
    if (!found) return null;
    const expiresAt = sql`app_now() + make_interval(mins => ${minutes})`;
    const made = await tx
      .insert(mailLinks)
      .values({ tokenHash: hashToken(token), purpose, email: found.email, userId: found.id, expiresAt })
      .onConflictDoNothing()
      .returning({ purpose: mailLinks.purpose });
    if (made.length > 0 && purpose === "sign_in") {
      await recordAccountEvent({ tx, kind: "email_link_requested", actorUserId: null, userId: found.id });
    }
    return { to: found.email, token };
  });
}

/** The address a link was mailed to, for its page; null when the link opens nothing. Reading it uses nothing up. */
export async function findMailLink(purpose: Purpose, token: string): Promise<string | null> {
  if (!isSecretToken(token)) return null;
  const [row] = await lookUp<{ email: string }>(sql`select l.email ${usable(purpose, token)}`);
  return row?.email ?? null;
}

/** Uses a link to sign in with up. @returns whose it is; null for a link that opens nothing */
export function openSignInLink(token: string): Promise<string | null> {
  return asSystem((tx) => spend(tx, "sign_in", token));
}

/** Uses a link up that proves an address. @returns whose it is; null for a link that opens nothing */
export function openProofLink(token: string, network: string): Promise<string | null> {
  return asSystem(async (tx) => {
    const userId = await spend(tx, "prove_email", token);
    if (userId) await proveAddress(tx, { userId, network });
    return userId;
  });
}

/** Uses up every link of this purpose that the person has; of two with one link only one comes through. */
async function spend(tx: Tx, purpose: Purpose, token: string): Promise<string | null> {
  if (!isSecretToken(token)) return null;
  const [found] = await tx.execute<{ userId: string }>(
    sql`select u.id as "userId" ${usable(purpose, token)} for update of l`,
  );
  if (!found) return null;
  await tx
    .update(mailLinks)
    .set({ usedAt: sql`app_now()` })
    .where(and(eq(mailLinks.userId, found.userId), eq(mailLinks.purpose, purpose), isNull(mailLinks.usedAt)));
  return found.userId;
}

/** An address that was changed or never proved opens nothing. */
function usable(purpose: Purpose, token: string) {
  return sql`from mail_links l join users u on u.id = l.user_id and lower(u.email) = lower(l.email)
    where l.token_hash = ${hashToken(token)} and l.purpose = ${purpose} and l.used_at is null
      and l.expires_at > (select app_now()) and (l.purpose <> 'sign_in' or u.email_proved_at is not null)`;
}
