import { cookies, headers } from "next/headers";
import type { SignInMethod } from "@/db/enums";
import { clientNetwork } from "./client-network";
import { deviceCookie, readDevice, rememberDevice } from "./known-device";
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
  await setSessionCookie(userId, sessionId);
  if (!owesCode) await rememberThisDevice(userId);
  return { owesCode };
}

export async function setSessionCookie(userId: string, sessionId: string): Promise<void> {
  const { name, options, maxAge } = sessionCookie();
  (await cookies()).set(name, await sessionCookieValue(userId, sessionId), { ...options, maxAge });
}

/** What the browser's device cookie holds; null for a browser nobody signed in with. */
export async function currentDevice(): Promise<string | null> {
  return readDevice((await cookies()).get(deviceCookie().name)?.value);
}

/** Called once a person is signed in and owes nothing more. */
export async function rememberThisDevice(userId: string): Promise<void> {
  const { name, options, maxAge } = deviceCookie();
  (await cookies()).set(name, await rememberDevice(await currentDevice(), userId), { ...options, maxAge });
}
