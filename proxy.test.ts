import { NextRequest } from "next/server";
import { expect, test, vi } from "vitest";
import { config, proxy } from "./proxy";

vi.stubEnv("DATABASE_URL", "postgres://nowhere/nothing");

const run = (path: string) => proxy(new NextRequest(`http://10.0.0.7:3000${path}`)).headers;
const matcher = new RegExp(`^${config.matcher[0]}$`);

test("gives every page a policy with a nonce of its own, and tells the page the same one", () => {
  const [first, second] = [run("/w/alder"), run("/w/alder")];
  const policy = first.get("content-security-policy") ?? "";
  expect(policy).toMatch(/script-src 'self' 'nonce-[0-9a-f]{32}' 'strict-dynamic'/);
  expect(policy).toContain("upgrade-insecure-requests");
  expect(policy).not.toBe(second.get("content-security-policy"));
  expect(first.get("x-middleware-request-content-security-policy")).toBe(policy);
});

test("hands on the page's own path", () => {
  expect(run("/w/alder/calls?reason=landline").get("x-middleware-request-x-page")).toBe(
    "/w/alder/calls?reason=landline",
  );
});

test.each([
  ...["/", "/sign-in", "/w/alder/calls", "/apiary", "/reset-password/x.png", "/robots.txt", "/w/x.txt", "/_next/image"],
  ...["/w/media/leads", "/media/w/x"],
])("runs for the page %s", (path) => {
  expect(matcher.test(path)).toBe(true);
});

test.each(["/api/twilio/voice/incoming", "/api/health", "/_next/static/chunks/a.js", "/w/alder/media/1/0"])(
  "stays away from %s",
  (path) => {
    expect(matcher.test(path)).toBe(false);
  },
);
