import { decode, encode } from "next-auth/jwt";
import { env } from "@/lib/env";
import { LONGEST_DAYS } from "./session";

/** As long as a session can live at most: the row decides when it is over. */
const MAX_AGE_SECONDS = LONGEST_DAYS * 24 * 60 * 60;

/**
 * The session's cookie, as next-auth makes it: an encrypted token that carries the random session id. By its name browsers
 * take it from this very host alone, over https.
 */
export function sessionCookie() {
  const secure = env().APP_URL.startsWith("https:");
  return {
    name: `${secure ? "__Host-" : ""}next-auth.session-token`,
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure },
    maxAge: MAX_AGE_SECONDS,
  };
}

/** The value of the cookie of a session. */
export function sessionCookieValue(userId: string, sessionId: string): Promise<string> {
  return encode({ token: { sub: userId, sid: sessionId }, secret: env().NEXTAUTH_SECRET, maxAge: MAX_AGE_SECONDS });
}

/** The session id inside a cookie's value; null for one that is missing, forged or over. */
export async function sessionIdFromCookie(value: string | undefined): Promise<string | null> {
  if (!value) return null;
  try {
    const token = await decode({ token: value, secret: env().NEXTAUTH_SECRET });
    return typeof token?.sid === "string" ? token.sid : null;
  } catch {
    return null;
  }
}

/** The value of a cookie that a request carries. */
export function cookieIn(headers: Headers, name: string): string | undefined {
  const pairs = headers.get("cookie")?.split(";") ?? [];
  return pairs
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
}
