import { describe, expect, test, vi } from "vitest";
import { clientNetwork } from "./client-network";
import { roleAllows } from "./require-workspace";
import { sameOrigin } from "./same-origin";

vi.stubEnv("DATABASE_URL", "postgres://nowhere/nothing");

describe("clientNetwork", () => {
  test.each([
    ["203.0.113.9", "203.0.113.9"],
    ["198.51.100.1, 203.0.113.9", "203.0.113.9"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["::ffff:127.0.0.1", "::ffff:127.0.0.1"],
  ])("counts %s under %s", (forwarded, network) => {
    expect(clientNetwork(new Headers({ "x-forwarded-for": forwarded }))).toBe(network);
  });

  test("counts everybody without one together", () => {
    expect(clientNetwork(new Headers())).toBe("unknown");
  });
});

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
