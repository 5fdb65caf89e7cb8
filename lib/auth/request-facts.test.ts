import { describe, expect, test, vi } from "vitest";
import { roleAllows } from "./require-workspace";
import { sameOrigin } from "./same-origin";

vi.stubEnv("DATABASE_URL", "postgres://nowhere/nothing");

describe("sameOrigin", () => {
  const from = (headers: Record<string, string>) =>
    sameOrigin(new Request("http://127.0.0.1:3000/w/alder/media", { method: "POST", headers }));

  test("takes the installation's own address, and the one the browser is on", () => {
    expect(from({ origin: "https://ringback.test" })).toBe(true);
    expect(from({ origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" })).toBe(true);
  });

  test("refuses another site, a sandboxed page and no origin at all", () => {
    expect(from({ origin: "https://evil.example", host: "ringback.test" })).toBe(false);
    expect(from({ origin: "null", host: "ringback.test" })).toBe(false);
    expect(from({ host: "ringback.test" })).toBe(false);
  });
});

test("an owner may what an admin may, an admin what a member may, and never the other way round", () => {
  const roles = ["member", "admin", "owner"] as const;
  const allowed = roles.map((role) => roles.filter((needed) => roleAllows(role, needed)));
  expect(allowed).toEqual([["member"], ["member", "admin"], ["member", "admin", "owner"]]);
});
