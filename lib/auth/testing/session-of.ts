import { type NewSession, openSession } from "../session";
import { sessionCookieValue } from "../session-cookie";

/** The secret id of a new session of somebody who signed in with a password. */
export async function sessionOf(userId: string, wishes: Partial<NewSession> = {}): Promise<string> {
  const start = { userId, method: "password", network: "203.0.113.9", userAgent: "Tests", ...wishes } as const;
  return (await openSession(start)).sessionId;
}

/** The value of that session's cookie. */
export async function cookieOf(userId: string): Promise<string> {
  return sessionCookieValue(userId, await sessionOf(userId));
}
