import { notFound, redirect } from "next/navigation";
import { requireSession, withThisPage } from "./require-workspace";
import type { Session, SessionFacts } from "./session";

const ASKS_AGAIN_AFTER_MS = 30 * 60_000;

/** Whether the password was typed so recently that the operator's page need not ask again. */
export function passwordIsRecent({ passwordAt, now }: SessionFacts): boolean {
  return passwordAt !== null && now.getTime() - passwordAt.getTime() < ASKS_AGAIN_AFTER_MS;
}

/**
 * The session of an operator who typed their password within 30 minutes, for pages and actions of the installation. To
 * everybody else who is signed in the page does not exist; an operator is asked for the password and sent back here.
 */
export async function requireOperator(): Promise<Session> {
  const session = await requireSession();
  if (!session.user.isOperator) notFound();
  if (!passwordIsRecent(session.facts)) redirect(await withThisPage("/confirm-password"));
  return session;
}
