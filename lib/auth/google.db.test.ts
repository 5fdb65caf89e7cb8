import { createHash, createSign, generateKeyPairSync } from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { sql } from "drizzle-orm";
import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth from "next-auth";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { closeDatabase, lookUp } from "@/db/tenant";
import { makeUser } from "@/db/testing/factories";
import { findSessionUser } from "./session";
import { sessionCookie, sessionIdFromCookie } from "./session-cookie";

vi.stubEnv("GOOGLE_CLIENT_ID", "client");
vi.stubEnv("GOOGLE_CLIENT_SECRET", "the secret of the client");
const { authOptions } = await import("./auth-options");
const { findGoogleAccount } = await import("./google");

const SITE = "https://ringback.test";
const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
let issuer = "";
/** What the provider says of whoever signs in, and what it was asked. */
let claims: Record<string, unknown> = {};
let challenge = "";

/** An OpenID provider that lets everybody in, and checks the proof key of the code it gave. */
const provider = http.createServer(async (request, response) => {
  const answer = (body: unknown) => response.setHeader("content-type", "application/json").end(JSON.stringify(body));
  if (request.url === "/keys")
    return answer({ keys: [{ ...publicKey.export({ format: "jwk" }), alg: "RS256", use: "sig" }] });
  if (request.url === "/token") {
    let body = "";
    for await (const chunk of request) body += chunk;
    const verifier = new URLSearchParams(body).get("code_verifier") ?? "";
    const proved = createHash("sha256").update(verifier).digest("base64url") === challenge;
    if (!proved) return response.writeHead(400).end("{}");
    return answer({ access_token: "unused", token_type: "Bearer", expires_in: 60, id_token: idToken() });
  }
  return answer({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ["code"],
    id_token_signing_alg_values_supported: ["RS256"],
    subject_types_supported: ["public"],
  });
});

function idToken(): string {
  const now = Math.floor(Date.now() / 1000);
  const whole = { iss: issuer, aud: "client", sub: "1", iat: now, exp: now + 60, ...claims };
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const signed = `${part({ alg: "RS256", typ: "JWT" })}.${part(whole)}`;
  return `${signed}.${createSign("RSA-SHA256").update(signed).sign(privateKey, "base64url")}`;
}

beforeAll(async () => {
  await new Promise<void>((ready) => provider.listen(0, "127.0.0.1", ready));
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
});
afterAll(async () => {
  provider.close();
  await closeDatabase();
});

type Asked = { method: string; action: string; body?: Record<string, string>; query?: Record<string, string> };

/** Goes through the whole exchange as a browser does. @returns where it ends, and the session's cookie */
async function throughGoogle(said: Record<string, unknown>, { state }: { state?: string } = {}) {
  const jar = new Map<string, string>();
  const ask = async ({ method, action, body, query = {} }: Asked) => {
    const options = authOptions(new Headers({ "user-agent": "Tests" }));
    const google = options.providers.find(({ id }) => id === "google");
    if (!google) throw new Error("Google is not configured");
    Object.assign(google.options ?? {}, { wellKnown: `${issuer}/.well-known/openid-configuration`, issuer });
    const cookies = Object.fromEntries(jar);
    const request = { method, body, cookies, headers: {}, query: { ...query, nextauth: action.split("/") } };
    const { response, answer } = recorder();
    await NextAuth(request as unknown as NextApiRequest, response as unknown as NextApiResponse, options);
    for (const line of answer.headers.get("Set-Cookie") ?? []) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, decodeURIComponent(value));
    }
    return { body: answer.body, redirect: String(answer.headers.get("Location") ?? "") };
  };
  const { csrfToken } = (await ask({ method: "GET", action: "csrf" })).body as { csrfToken: string };
  const begun = await ask({
    method: "POST",
    action: "signin/google",
    body: { csrfToken, callbackUrl: `${SITE}/w/alder` },
  });
  const address = new URL(begun.redirect);
  challenge = address.searchParams.get("code_challenge") ?? "";
  claims = { nonce: address.searchParams.get("nonce"), ...said };
  const query = { code: "a code", state: state ?? address.searchParams.get("state") ?? "" };
  const ended = await ask({ method: "GET", action: "callback/google", query });
  const sessionId = await sessionIdFromCookie(jar.get(sessionCookie().name));
  return { redirect: ended.redirect, user: sessionId ? await findSessionUser(sessionId) : null };
}

/** What next-auth needs of a response in plain Node. */
function recorder() {
  const answer = { headers: new Map<string, string[]>(), body: undefined as unknown };
  const response = {
    status: () => response,
    getHeader: (name: string) => answer.headers.get(name),
    setHeader: (name: string, value: string[]) => answer.headers.set(name, value),
    end: () => {},
    send: (body: unknown) => {
      answer.body = body;
    },
    json: (body: unknown) => {
      answer.body = body;
    },
  };
  return { response, answer };
}

async function person({ isProved = true } = {}) {
  const made = await makeUser();
  if (isProved) await lookUp(sql`update users set email_proved_at = app_now() where id = ${made.userId}`);
  return made;
}

test("opens the account that has this proved address, in a session of ours", async () => {
  const { userId, email } = await person();
  const opened = await throughGoogle({ email: email.toUpperCase(), email_verified: true });
  expect(opened).toMatchObject({ redirect: `${SITE}/w/alder`, user: { id: userId } });
  const [row] = await lookUp<{ method: string }>(sql`select method from sessions where user_id = ${userId}`);
  expect(row).toEqual({ method: "google" });
});

test("makes no account, and opens none that was not proved here or that Google has not verified", async () => {
  const [proved, unproved] = [await person(), await person({ isProved: false })];
  const count = () => lookUp(sql`select count(*) from users`);
  const before = await count();
  for (const said of [
    { email: "nobody@ringback.test", email_verified: true },
    { email: unproved.email, email_verified: true },
    { email: proved.email, email_verified: false },
    { email: proved.email },
  ]) {
    expect(await throughGoogle(said)).toEqual({ redirect: "/sign-in?google=none", user: null });
  }
  expect(await count()).toEqual(before);
});

test("refuses an answer to another question: its state, its nonce, its proof key", async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const { email } = await person();
  const said = { email, email_verified: true };
  expect((await throughGoogle(said, { state: "another" })).user).toBeNull();
  expect((await throughGoogle({ ...said, nonce: "another" })).user).toBeNull();
  expect((await throughGoogle({ ...said, aud: "another client" })).user).toBeNull();
  expect((await throughGoogle({ ...said, iss: "https://evil.example" })).user).toBeNull();
});

test.each([
  null,
  {},
  { email: "dana@ringback.test", email_verified: "true" },
  { email: ["a"], email_verified: true },
  { email: "d\u0130ana@ringback.test", email_verified: true },
])("finds nobody for %j", async (profile) => {
  expect(await findGoogleAccount(profile)).toBeNull();
});
