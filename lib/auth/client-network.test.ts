import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { clientNetwork, PEER_HEADER } from "./client-network";

async function networkWith(hops: string, headers: Record<string, string>): Promise<string> {
  vi.resetModules();
  vi.stubEnv("DATABASE_URL", "postgres://nowhere/nothing");
  vi.stubEnv("TRUSTED_PROXY_HOPS", hops);
  const fresh = await import("./client-network");
  return fresh.clientNetwork(new Headers(headers));
}

describe("with no trusted proxy", () => {
  vi.stubEnv("DATABASE_URL", "postgres://nowhere/nothing");

  test.each([
    ["203.0.113.9", "203.0.113.9"],
    ["::ffff:203.0.113.9", "203.0.113.9"],
    ["::ffff:cb00:7109", "203.0.113.9"],
    ["203.0.113.9:51234", "203.0.113.9"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002::1", "2001:db8:1:2::/64"],
    ["[2001:db8:1:2::1]:443", "2001:db8:1:2::/64"],
    ["[2001:db8:1:2::1]", "2001:db8:1:2::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["64:ff9b::203.0.113.9", "64:ff9b:0:0::/64"],
    ["unknown", "unknown"],
    ["_hidden", "unknown"],
    ["203.0.113.9.evil.example", "unknown"],
    ["999.0.113.9", "unknown"],
    ["203.0.113.9".padEnd(5_000, "0"), "unknown"],
  ])("counts the socket %.40s under %s", (peer, network) => {
    expect(clientNetwork(new Headers({ [PEER_HEADER]: peer, "x-forwarded-for": "198.51.100.1" }))).toBe(network);
  });

  test("without the server's header takes the last entry of x-forwarded-for, which Next fills in", () => {
    expect(clientNetwork(new Headers({ "x-forwarded-for": "198.51.100.1, 203.0.113.9" }))).toBe("203.0.113.9");
    expect(clientNetwork(new Headers())).toBe("unknown");
  });

  test("gives every header one short answer", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.ipV4(), fc.ipV6()), (value) => {
        const headers = new Headers();
        try {
          headers.set(PEER_HEADER, value);
        } catch {
          return;
        }
        expect(clientNetwork(headers)).toMatch(
          /^(unknown|\d{1,3}(\.\d{1,3}){3}|[\da-f]{1,4}(:[\da-f]{1,4}){3}::\/64)$/,
        );
      }),
    );
  });
});

describe("with trusted proxies", () => {
  const headers = { [PEER_HEADER]: "10.0.0.1", "x-forwarded-for": "6.6.6.6, 203.0.113.9, 10.0.0.2" };

  test.each([
    ["1", "10.0.0.2"],
    ["2", "203.0.113.9"],
  ])("takes with %s the entry that the outermost of them wrote", async (hops, network) => {
    expect(await networkWith(hops, headers)).toBe(network);
  });

  test("takes the socket of a request that came round them", async () => {
    expect(await networkWith("4", headers)).toBe("10.0.0.1");
    expect(await networkWith("1", { [PEER_HEADER]: "203.0.113.7" })).toBe("203.0.113.7");
  });

  test("reads the right end of a list that is too long", async () => {
    expect(await networkWith("1", { "x-forwarded-for": `${"1.1.1.1, ".repeat(5_000)}203.0.113.9` })).toBe(
      "203.0.113.9",
    );
  });
});
