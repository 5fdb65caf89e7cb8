import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MOST_BODY_BYTES } from "@/lib/request-body";
import { type Arrived, judgeRequest } from "./judge-request";

const PUBLIC = "https://ringback.test";
const LOCAL = "http://localhost:3000";
const SIGNED = { "x-twilio-signature": "x", "content-type": "application/x-www-form-urlencoded" };

const statusOf = (arrived: Partial<Arrived>, appUrl = PUBLIC) =>
  judgeRequest({ method: "GET", url: "/", headers: {}, ...arrived }, appUrl)?.status ?? "passes";

describe("methods", () => {
  it.each(["GET", "HEAD", "POST"])("%s passes", (method) => expect(statusOf({ method })).toBe("passes"));
  it.each(["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get", ""])("%s is 405", (method) =>
    expect(statusOf({ method })).toBe(405),
  );
});

describe("addresses", () => {
  it.each([
    ...["/", "/w/alder/leads?q=O%E2%80%99Brien&view=list", "/w/alder?q=%FF%FE", "/caf%C3%A9", "/a%2Fb", "/%25", "/?%"],
    ...["/w/../x", "//evil.example/", `/${"a".repeat(8_000)}`, "/w/alder?q=%2500", "/_next/static/chunks/a%5Bb%5D.js"],
  ])("%s passes", (url) => expect(statusOf({ url })).toBe("passes"));

  it.each([
    ...["/w/%FF", "/w/x/calls/%E0%A4%A", "/w/%", "/%C0%80", "/%ED%A0%80", "/w/x%00", "/w/x?q=%00", "/w/x?q=a%00b"],
    ...["/a%0Ab", "/a%0d", "/%7f", "/a%5Cb", "/a\\b", "", "*", "http://ringback.test/", "w"],
  ])("%s is 400", (url) => expect(statusOf({ url })).toBe(400));

  it("longer than 8 KiB is 414, in the path and in the query", () => {
    expect(statusOf({ url: `/${"a".repeat(8 * 1024)}` })).toBe(414);
    expect(statusOf({ url: `/?q=${"a".repeat(8 * 1024)}` })).toBe(414);
  });

  it("of any letters have an answer", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 100 }), (text) => {
        expect(["passes", 400]).toContain(statusOf({ url: `/${text}` }));
      }),
    );
  });
});

describe("bodies", () => {
  const length = (bytes: number | string) => ({ "content-length": String(bytes) });

  it.each([
    ["/sign-in", 1024 * 1024],
    ["/w/alder/recovery", 1024 * 1024],
    ["/apiary", 1024 * 1024],
    ["/api/auth/callback/credentials", MOST_BODY_BYTES],
    ["/api/nothing", MOST_BODY_BYTES],
    ["/simulator/api/calls", MOST_BODY_BYTES],
  ])("to %s may have %i bytes", (url, most) => {
    expect(statusOf({ method: "POST", url, headers: length(most) })).toBe("passes");
    expect(statusOf({ method: "POST", url, headers: length(most + 1) })).toBe(413);
    expect(statusOf({ method: "POST", url, headers: length("9".repeat(30)) })).toBe(413);
  });

  it("go to pages and handlers, not to files", () => {
    for (const url of ["/robots.txt", "/_next/static/chunks/a.js", "/nothing.png?x=1", "/.env"]) {
      expect(statusOf({ method: "POST", url }), url).toBe(405);
      expect(statusOf({ method: "GET", url }), url).toBe("passes");
    }
    expect(statusOf({ method: "POST", url: "/w/a.b/leads?q=x.y" })).toBe("passes");
  });

  it("in parts say what parts them", () => {
    const post = (type: string) => statusOf({ method: "POST", url: "/sign-in", headers: { "content-type": type } });
    expect(post("multipart/form-data")).toBe(400);
    expect(post("Multipart/Form-Data; boundary=")).toBe(400);
    expect(post("multipart/form-data; charset=utf-8; boundary=----x")).toBe("passes");
  });

  it("go with POST alone", () => {
    expect(statusOf({ method: "GET", headers: length(0) })).toBe("passes");
    expect(statusOf({ method: "GET", headers: length(1) })).toBe(400);
    expect(statusOf({ method: "HEAD", headers: { "transfer-encoding": "chunked" } })).toBe(400);
  });

  it("of webhooks go with a signature and the type of a form, which are asked for before the length", () => {
    const post = (headers: Arrived["headers"]) =>
      statusOf({ method: "POST", url: "/api/twilio/voice/incoming", headers });
    expect(post(SIGNED)).toBe("passes");
    expect(post({ ...SIGNED, ...length(MOST_BODY_BYTES + 1) })).toBe(413);
    expect(post({ ...SIGNED, "x-twilio-signature": "", ...length(10 ** 9) })).toBe(403);
    expect(post({ ...SIGNED, "x-twilio-signature": undefined })).toBe(403);
    expect(post({ ...SIGNED, "content-type": "application/json" })).toBe(403);
    expect(post({ ...SIGNED, "content-type": undefined })).toBe(403);
  });
});

describe("forms", () => {
  it.each([
    { appUrl: PUBLIC, origin: "https://ringback.test", host: "ringback.test", is: "passes" },
    // A proxy that passes its upstream's name as Host.
    { appUrl: PUBLIC, origin: "https://ringback.test", host: "127.0.0.1:3000", is: "passes" },
    { appUrl: PUBLIC, origin: undefined, host: "ringback.test", is: "passes" },
    { appUrl: PUBLIC, origin: "http://192.168.1.5:3000", host: "192.168.1.5:3000", is: "passes" },
    { appUrl: PUBLIC, origin: "https://evil.example", host: "ringback.test", is: 403 },
    { appUrl: PUBLIC, origin: "https://evil.example", host: "127.0.0.1:3000", is: 403 },
    { appUrl: PUBLIC, origin: "https://ringback.test.evil.example", host: "ringback.test", is: 403 },
    { appUrl: PUBLIC, origin: "https://evil.example/ringback.test", host: "ringback.test", is: 403 },
    { appUrl: PUBLIC, origin: "http://ringback.test", host: "ringback.test", is: 403 },
    { appUrl: PUBLIC, origin: "https://ringback.test:8443", host: "ringback.test", is: 403 },
    { appUrl: PUBLIC, origin: "null", host: "ringback.test", is: 403 },
    { appUrl: PUBLIC, origin: "", host: "", is: 403 },
    { appUrl: PUBLIC, origin: "javascript:alert(1)", host: "", is: 403 },
    { appUrl: PUBLIC, origin: "nonsense", host: "nonsense", is: 403 },
    { appUrl: LOCAL, origin: "http://localhost:3000", host: "localhost:3000", is: "passes" },
    { appUrl: LOCAL, origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000", is: "passes" },
    { appUrl: LOCAL, origin: "http://localhost:4000", host: "localhost:3000", is: 403 },
    { appUrl: LOCAL, origin: "https://evil.example", host: "localhost:3000", is: 403 },
  ])("of $origin to $host, where $appUrl is the public address: $is", ({ appUrl, origin, host, is }) => {
    const headers = { host, ...(origin === undefined ? {} : { origin }) };
    expect(statusOf({ method: "POST", url: "/sign-in", headers }, appUrl)).toBe(is);
  });
});
