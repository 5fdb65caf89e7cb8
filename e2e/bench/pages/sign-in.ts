import type { Person } from "./make-workspaces";

/** Signs in over HTTP, as a client of next-auth does. @returns the header to send from then on */
export async function signIn(appUrl: string, { email, password }: Person): Promise<{ cookie: string }> {
  const jar = new Map<string, string>();
  const asked = await fetch(`${appUrl}/api/auth/csrf`);
  keep(jar, asked);
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const answered = await fetch(`${appUrl}/api/auth/callback/credentials`, {
    method: "POST",
    headers: { cookie: header(jar) },
    body: new URLSearchParams({ csrfToken, email, password, json: "true" }),
    redirect: "manual",
  });
  keep(jar, answered);
  if (![...jar.keys()].some((name) => name.includes("session-token"))) {
    throw new Error(`Signing in failed with ${answered.status}`);
  }
  return { cookie: header(jar) };
}

function keep(jar: Map<string, string>, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = ""] = line.split(";");
    const [name = "", ...value] = pair.split("=");
    jar.set(name, value.join("="));
  }
}

const header = (jar: Map<string, string>) => [...jar].map((pair) => pair.join("=")).join("; ");
