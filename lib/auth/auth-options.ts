import type { Account as NextAuthAccount, NextAuthOptions, Profile } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import Google from "next-auth/providers/google";
import { env } from "@/lib/env";
import { Busy } from "@/lib/errors";
import { log } from "@/lib/log";
import { clientNetwork } from "./client-network";
import { findGoogleAccount, googleKeys } from "./google";
import { deviceCookie, readDevice } from "./known-device";
import { safeNext } from "./safe-next";
import { findSessionUser, LONGEST_DAYS, openSession, revokeSession } from "./session";
import { cookieIn, sessionCookie, sessionIdFromCookie } from "./session-cookie";
import { signIn } from "./sign-in";

/**
 * next-auth's side of signing in: the same check, the same row and the same cookie as the form's.
 * @param headers of the request that next-auth answers
 */
export function authOptions(headers: Headers): NextAuthOptions {
  const google = googleKeys();
  const cookie = sessionCookie();
  return {
    secret: env().NEXTAUTH_SECRET,
    useSecureCookies: env().APP_URL.startsWith("https:"),
    session: { strategy: "jwt", maxAge: LONGEST_DAYS * 24 * 60 * 60 },
    cookies: { sessionToken: { name: cookie.name, options: cookie.options } },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/account" },
    providers: [
      Credentials({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        async authorize(credentials) {
          const network = clientNetwork(headers);
          const device = readDevice(cookieIn(headers, deviceCookie().name));
          const { email = "", password = "" } = credentials ?? {};
          const result = await signIn({ email, password, network, device }).catch(notBusy);
          return result?.ok ? result.user : null;
        },
      }),
      ...(google ? [Google({ ...google, checks: ["pkce", "state", "nonce"] })] : []),
    ],
    callbacks: {
      // No way of signing in makes an account: next-auth would let anybody in whom Google knows.
      async signIn({ account, profile }) {
        if (account?.provider !== "google") return true;
        return (await findGoogleAccount(profile)) ? true : "/sign-in?google=none";
      },
      redirect: ({ url, baseUrl }) =>
        baseUrl + safeNext(url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url),
      async jwt({ token, user, account, profile }) {
        if (user) return begin({ headers, userId: user.id, account, profile });
        const found = typeof token.sid === "string" ? await findSessionUser(token.sid) : null;
        // next-auth takes this as "no session" and removes the cookie.
        if (!found) throw new Error("The session is over");
        return { ...token, name: found.name, email: found.email };
      },
      session: ({ session, token }) => ({ ...session, user: { name: token.name, email: token.email } }),
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.sid === "string") await revokeSession(token.sid);
      },
    },
    logger: {
      error: (code, metadata) => {
        if (code !== "JWT_SESSION_ERROR") log.error("auth.failed", metadata, { code });
      },
      warn: (code) => log.warn("auth.warned", { code }),
      debug: () => {},
    },
  };
}

type Begun = { headers: Headers; userId: string; account: NextAuthAccount | null; profile?: Profile };

/** Opens our own session for whom next-auth has checked; its id goes into the cookie. */
async function begin({ headers, userId, account, profile }: Begun): Promise<{ sub: string; sid: string }> {
  const method = account?.provider === "google" ? "google" : "password";
  const person = method === "google" ? await findGoogleAccount(profile) : { id: userId };
  if (!person) throw new Error("The account of a sign-in with Google is gone");
  const { sessionId } = await openSession({
    userId: person.id,
    method,
    network: clientNetwork(headers),
    userAgent: headers.get("user-agent") ?? "",
    replaces: await sessionIdFromCookie(cookieIn(headers, sessionCookie().name)),
  });
  return { sub: person.id, sid: sessionId };
}

/** A refusal to next-auth, which has no words of its own for it. */
function notBusy(error: unknown): null {
  if (error instanceof Busy) return null;
  throw error;
}
