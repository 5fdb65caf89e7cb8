import { afterEach, describe, expect, it, vi } from "vitest";
import { hostFrom, isLoopbackUrl } from "./loopback.mjs";

afterEach(() => vi.unstubAllEnvs());

describe("an address of this machine", () => {
  it.each(["http://localhost:3000", "http://127.0.0.1:3000", "http://127.9.9.9", "https://[::1]:3000"])(
    "is %s",
    (url) => {
      expect(isLoopbackUrl(url)).toBe(true);
    },
  );

  it.each([
    "https://ringback.example.com",
    "http://localhost.evil.example",
    "http://127.0.0.1.evil.example",
    "http://0.0.0.0:3000",
    "http://192.168.1.2:3000",
    "localhost:3000",
    "",
  ])("is not %j", (url) => {
    expect(isLoopbackUrl(url)).toBe(false);
  });
});

describe("where the web listens", () => {
  it("is loopback unless HOST says otherwise", () => {
    vi.stubEnv("HOST", "");
    expect(hostFrom("HOST")).toBe("127.0.0.1");
    vi.stubEnv("HOST", "0.0.0.0");
    expect(hostFrom("HOST")).toBe("0.0.0.0");
    vi.stubEnv("HOST", "::1");
    expect(hostFrom("HOST")).toBe("::1");
  });

  it("is never a name that only looks like an address", () => {
    vi.stubEnv("HOST", "my-laptop");
    expect(() => hostFrom("HOST")).toThrow(/HOST is "my-laptop".*127\.0\.0\.1/);
  });
});
