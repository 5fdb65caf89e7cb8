import { NextRequest } from "next/server";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { MOST_BODY_BYTES } from "@/lib/request-body";
import { nextAuthRequest } from "./next-auth-request";

beforeEach(() => {
  vi.stubEnv("DATABASE_URL", "postgres://nowhere/nothing");
});

const FORM = "application/x-www-form-urlencoded";
const CREDENTIALS = "callback/credentials";

type Asked = { body?: string; type?: string; query?: string; cookie?: string };

async function ask(method: string, action: string, { body, type = FORM, query = "", cookie }: Asked = {}) {
  const headers = new Headers(body === undefined ? {} : { "content-type": type });
  if (cookie) headers.set("cookie", cookie);
  const request = new NextRequest(`http://localhost/api/auth/${action}${query}`, { method, headers, body });
  const asked = await nextAuthRequest(request, action.split("/"));
  if (asked instanceof NextRequest) return Object.fromEntries(new URLSearchParams(await asked.text()));
  return { status: asked.status, wasRead: request.bodyUsed };
}

describe("nextAuthRequest", () => {
  it.for<[string, string]>([
    ["POST", "_log"],
    ["GET", "_log"],
    ["POST", "csrf"],
    ["GET", "session"],
    ["POST", "session"],
    ["GET", "providers"],
    ["GET", "signin"],
    ["POST", "signin/credentials"],
    ["GET", "signout"],
    ["POST", "signout"],
    ["GET", "callback/credentials"],
    ["POST", "callback/google"],
    ["POST", "callback/credentials/more"],
    ["POST", "__proto__"],
    ["PUT", "csrf"],
  ])("%s %s is not there, and its body stays unread", async ([method, action]) => {
    const body = method === "GET" ? undefined : "y".repeat(1_000);
    expect(await ask(method, action, { body })).toEqual({ status: 404, wasRead: false });
  });

  it("hands on a form, and JSON of texts as one", async () => {
    const fields = { csrfToken: "t", email: "a@b.example", password: "é&=+", json: "true" };
    expect(await ask("POST", CREDENTIALS, { body: new URLSearchParams(fields).toString() })).toEqual(fields);
    const body = JSON.stringify({ ...fields, json: true });
    expect(await ask("POST", CREDENTIALS, { body, type: "application/json" })).toEqual(fields);
  });

  it.for([
    '{"email":{"a":1},"password":"x"}',
    '{"email":["a"],"password":{"b":1}}',
    '{"email":null}',
    '{"email":1}',
    "null",
    "[]",
    '"text"',
    "7",
    "",
    "{",
    `{"email":${"[".repeat(30_000)}`,
  ])("refuses the JSON %s", async (body) => {
    expect(await ask("POST", CREDENTIALS, { body, type: "application/json" })).toMatchObject({ status: 400 });
  });

  it("refuses other types, and what is too long", async () => {
    expect(await ask("POST", CREDENTIALS, { body: "x", type: "multipart/form-data; boundary=x" })).toMatchObject({
      status: 400,
    });
    expect(await ask("POST", CREDENTIALS, { body: "x".repeat(MOST_BODY_BYTES + 1) })).toMatchObject({ status: 413 });
  });

  it.for(["abc", "//[", "javascript:alert(1)", "https://[", "ftp://a.example/"])(
    "refuses the address %s wherever it stands",
    async (address) => {
      const encoded = encodeURIComponent(address);
      const cookie = `__Secure-next-auth.callback-url=${encoded}`;
      expect(await ask("GET", "csrf", { query: `?callbackUrl=${encoded}` })).toMatchObject({ status: 400 });
      expect(await ask("GET", "csrf", { cookie })).toMatchObject({ status: 400 });
      expect(await ask("POST", CREDENTIALS, { body: `callbackUrl=${encoded}` })).toMatchObject({ status: 400 });
    },
  );
});

it("has Google's addresses only where Google is configured", async () => {
  vi.resetModules();
  vi.stubEnv("GOOGLE_CLIENT_ID", "client");
  vi.stubEnv("GOOGLE_CLIENT_SECRET", "the secret of the client");
  const fresh = await import("./next-auth-request");
  const ask = (method: string, action: string) =>
    fresh.nextAuthRequest(new NextRequest(`http://localhost/api/auth/${action}`, { method }), action.split("/"));
  expect(await ask("GET", "callback/google")).toBeInstanceOf(NextRequest);
  expect(await ask("POST", "callback/google")).toMatchObject({ status: 404 });
  expect(await ask("GET", "signin/google")).toMatchObject({ status: 404 });
});
