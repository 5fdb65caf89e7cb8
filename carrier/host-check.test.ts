import http from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { type Carrier, type CarrierOptions, createCarrier } from "./create-carrier";
import { hostName } from "./host-check";

let carrier: Carrier | undefined;
afterEach(() => carrier?.close());

async function statusFor(host: string, path: string, options: Partial<CarrierOptions> = {}): Promise<number> {
  carrier = await createCarrier({ accountSid: `AC${"1".repeat(32)}`, authToken: "token", ...options });
  const { port } = carrier;
  return new Promise((resolve, reject) => {
    const request = http.get({ host: "127.0.0.1", port, path, headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.on("error", reject);
  });
}

describe("the Host header", () => {
  it.each(["localhost", "localhost:4000", "LOCALHOST:4000", "127.0.0.1:4000", "[::1]:4000"])(
    "%s is us",
    async (host) => {
      expect(await statusFor(host, "/control/health")).toBe(200);
    },
  );

  it.each(["evil.example", "evil.example:4000", "localhost.evil.example", "127.0.0.1.evil.example", "a b", "0.0.0.0"])(
    "%j is refused by control and REST alike",
    async (host) => {
      expect(await statusFor(host, "/control/health")).toBe(421);
      await carrier?.close();
      expect(await statusFor(host, "/2010-04-01/Accounts.json")).toBe(421);
    },
  );

  it("may be the carrier's own public name", async () => {
    const publicUrl = "http://carrier.test:4000";
    expect(await statusFor("carrier.test:4000", "/control/health", { publicUrl })).toBe(200);
    await carrier?.close();
    expect(await statusFor("carrier.evil:4000", "/control/health", { publicUrl })).toBe(421);
  });

  it("is read in time linear in its length", () => {
    expect(hostName("a".repeat(100_000))).toBeNull();
  });
});
