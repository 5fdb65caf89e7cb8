import type { App } from "./ask";
import { PASSWORD } from "./world";

/** Signs in as next-auth's own form does. @returns the session's cookie */
export async function signIn(app: App, email: string): Promise<string> {
  const csrf = await app.ask({ path: "/api/auth/csrf", cookie: null });
  const { csrfToken } = JSON.parse(csrf.body) as { csrfToken: string };
  const given = cookiesIn(csrf.headers);
  const answer = await app.ask({
    method: "POST",
    path: "/api/auth/callback/credentials",
    cookie: given.join("; "),
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken, email, password: PASSWORD, json: "true" }).toString(),
  });
  const session = cookiesIn(answer.headers).find((cookie) => cookie.includes("next-auth.session-token="));
  if (!session) throw new Error(`${email} could not sign in: ${answer.status} ${answer.body}`);
  return session;
}

const cookiesIn = (headers: string) =>
  [...headers.matchAll(/^set-cookie: ([^;]+)/gm)].map(([, cookie]) => cookie ?? "");
