import http from "node:http";
import { expect, test } from "./fixtures/test";

test.skip(({ isMobile }) => isMobile, "No screen is involved");

const base = new URL(process.env.APP_URL ?? "");
const FORM = { "content-type": "application/x-www-form-urlencoded" };

type Sent = { method?: string; path: string; headers?: Record<string, string>; body?: Iterable<Buffer> };
type Answer = { status: number; headers: http.IncomingHttpHeaders; text: string };

/** As it stands: no client's own tidying of addresses and headers is between. Writes until it is answered. */
function ask({ method = "GET", path, headers = {}, body = [] }: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: base.hostname, port: base.port, method, path, headers, agent: false });
    let answered = false;
    request.on("response", (response) => {
      answered = true;
      let text = "";
      response.setEncoding("utf8").on("data", (part) => {
        text += part;
      });
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
        request.destroy();
      });
    });
    request.on("error", (error) => answered || reject(error));
    const parts = body[Symbol.iterator]();
    (function goOn(): void {
      for (;;) {
        const { done, value } = parts.next();
        if (done) return void request.end();
        if (answered) return;
        if (!request.write(value)) return void request.once("drain", goOn);
      }
    })();
  });
}

function* megabytes(count: number): Iterable<Buffer> {
  for (let sent = 0; sent < count; sent++) yield Buffer.alloc(1024 * 1024, "a=1&");
}

const announced = (mb: number) => ({ "content-length": String(mb * 1024 * 1024) });

for (const [where, headers, status] of [
  ["/api/twilio/voice/incoming", { "x-twilio-signature": "x" }, 413],
  ["/api/twilio/voice/incoming", {}, 403],
  ["/api/auth/callback/credentials", {}, 413],
  ["/api/auth/_log", {}, 413],
  ["/api/nothing", {}, 413],
  ["/sign-in", {}, 413],
  ["/pricing", {}, 413],
  ["/nothing", {}, 413],
  ["/robots.txt", {}, 405],
] as const) {
  test(`20 MB to ${where} are answered ${status}, announced or not`, async () => {
    const sent = { method: "POST", path: where, headers: { ...FORM, ...headers } };
    const pieces = await ask({ ...sent, body: megabytes(20) });
    expect(pieces.status).toBe(status);
    const whole = await ask({ ...sent, headers: { ...sent.headers, ...announced(20) }, body: megabytes(20) });
    expect(whole.status).toBe(status);
    expect(whole.headers.connection).toBe("close");
  });
}

test("of next-auth only what is in use is there", async () => {
  for (const path of ["_log", "session", "signin/credentials", "signout", "callback/google"]) {
    const posted = await ask({
      method: "POST",
      path: `/api/auth/${path}`,
      headers: FORM,
      body: [Buffer.from("code=x")],
    });
    expect(posted.status, path).toBe(404);
  }
  for (const path of ["_log", "session", "providers", "signin", "signout", "error"]) {
    expect((await ask({ path: `/api/auth/${path}` })).status, path).toBe(404);
  }
  const csrf = await ask({ path: "/api/auth/csrf" });
  const { csrfToken } = JSON.parse(csrf.text) as { csrfToken: string };
  const cookie = (csrf.headers["set-cookie"] ?? []).map((one) => one.split(";", 1)[0]).join("; ");
  for (const odd of [{ email: { a: 1 }, password: "x" }, { email: ["a"], password: { b: 1 } }, []]) {
    const body = [Buffer.from(JSON.stringify({ ...odd, csrfToken, json: true }))];
    const headers = { cookie, "content-type": "application/json" };
    const answer = await ask({ method: "POST", path: "/api/auth/callback/credentials", headers, body });
    expect([400, 401]).toContain(answer.status);
  }
});

test("odd addresses get a plain answer", async () => {
  for (const path of ["/w/%FF", "/w/x/calls/%E0%A4%A", "/w/x%00", "/w/x?q=%00", "/reset-password/%00", "/a%5Cb"]) {
    expect((await ask({ path })).status, path).toBe(400);
  }
  expect((await ask({ path: `/${"a".repeat(9_000)}` })).status).toBe(414);
  for (const path of ["/..%2f..%2fetc/passwd", "/_next/static/..%2f..%2f..%2fpackage.json", "/.env", "/package.json"]) {
    expect((await ask({ path })).status, path).toBe(404);
  }
  for (const method of ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]) {
    expect((await ask({ method, path: "/sign-in" })).status, method).toBe(405);
  }
});

test("every answer has the security headers, and every page a policy with its nonce", async () => {
  const pages = ["/", "/sign-in", "/reset-password/x.png", "/nothing", "/nothing.txt", "/w/x.txt"];
  const others = [
    "/api/health",
    "/api/nothing",
    "/robots.txt",
    "/.well-known/security.txt",
    "/w/%FF",
    "/_next/static/no",
  ];
  for (const path of [...pages, ...others]) {
    const { headers, text } = await ask({ path });
    expect(headers, path).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "strict-origin-when-cross-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "permissions-policy": expect.stringContaining("camera=()"),
      "content-security-policy": expect.stringMatching(/^default-src '(self|none)'/),
    });
    const nonce = /'nonce-(\w+)'/.exec(String(headers["content-security-policy"]))?.[1];
    if (!pages.includes(path) || !text.includes("<script")) continue;
    expect(nonce, path).toBeTruthy();
    const scripts = text.match(/<script[^>]*>/g) ?? [];
    for (const script of scripts) expect(script, path).toContain(`nonce="${nonce}"`);
  }
});

test("a form from another site is refused, whatever the host it claims", async () => {
  const foreign: Record<string, string>[] = [
    { origin: "https://evil.example" },
    { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
    { origin: "null" },
    { origin: "nonsense" },
  ];
  for (const headers of foreign) {
    const answer = await ask({ method: "POST", path: "/sign-in", headers: { ...FORM, ...headers } });
    expect(answer.status, JSON.stringify(headers)).toBe(403);
  }
});

test("whom to tell of a weakness stands where RFC 9116 says", async () => {
  const { status, headers, text } = await ask({ path: "/.well-known/security.txt" });
  expect([status, headers["content-type"]]).toEqual([200, "text/plain; charset=utf-8"]);
  expect(text).toMatch(/^Contact: (https|mailto):/m);
  expect(Date.parse(/^Expires: (.*)$/m.exec(text)?.[1] ?? "")).toBeGreaterThan(Date.now());
});
