import { cookies, headers } from "next/headers";
import type { SignInMethod } from "@/db/enums";
import { clientNetwork } from "./client-network";
import { currentSessionId } from "./require-workspace";
import { openSession } from "./session";
import { sessionCookie, sessionCookieValue } from "./session-cookie";

type Start = { userId: string; method: SignInMethod };

/**
 * Signs a person in, from an action: a new session and its cookie, in place of the session this browser was in.
 * `owesCode`: nobody is signed in before a code of the second factor is shown at /sign-in/code.
 */
export async function beginSession({ userId, method }: Start): Promise<{ owesCode: boolean }> {
  const request = await headers();
  const { sessionId, owesCode } = await openSession({
    userId,
    method,
    network: clientNetwork(request),
    userAgent: request.get("user-agent") ?? "",
    replaces: await currentSessionId(),
  });
  const { name, options, maxAge } = sessionCookie();
  (await cookies()).set(name, await sessionCookieValue(userId, sessionId), { ...options, maxAge });
  return { owesCode };
}
