import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { env } from "@/lib/env";
import { Busy } from "@/lib/errors";
import { log } from "@/lib/log";
import { clientNetwork } from "./client-network";
import { deviceCookie, readDevice } from "./known-device";
import { safeNext } from "./safe-next";
import { findSessionUser, LONGEST_DAYS, openSession, revokeSession } from "./session";
import { cookieIn } from "./session-cookie";
import { signIn } from "./sign-in";

/**
 * next-auth's side of signing in: the same check, the same row and the same cookie as the form's.
 * @param headers of the request that next-auth answers
 */
export function authOptions(headers: Headers): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    useSecureCookies: env().APP_URL.startsWith("https:"),
    session: { strategy: "jwt", maxAge: LONGEST_DAYS * 24 * 60 * 60 },
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
    ],
    callbacks: {
      redirect: ({ url, baseUrl }) =>
        baseUrl + safeNext(url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url),
      async jwt({ token, user }) {
        if (user) {
          const userAgent = headers.get("user-agent") ?? "";
          const start = { userId: user.id, method: "password", network: clientNetwork(headers), userAgent } as const;
          return { sub: user.id, sid: (await openSession(start)).sessionId };
        }
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

/** A refusal to next-auth, which has no words of its own for it. */
function notBusy(error: unknown): null {
  if (error instanceof Busy) return null;
  throw error;
}
