import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { closeDatabase } from "@/db/tenant";
import { phoneCall, post } from "../testing/webhooks";

// The test database is not there: this file belongs to the tests without one, and env() is read at the first webhook.
beforeEach(() => vi.stubEnv("DATABASE_URL", "postgres://ringback@127.0.0.1:9/ringback"));

afterEach(async () => {
  vi.unstubAllEnvs();
  await closeDatabase();
});

describe("with the database away", () => {
  it("asks Twilio to come again, and tells a caller on the fallback something they can use", async () => {
    const call = phoneCall("+15035550100");
    const [incoming, fallback, notice] = await Promise.all(
      [call.incoming(), call.fallback(), call.notice("9")].map(post),
    );
    expect([incoming?.status, notice?.status]).toEqual([503, 503]);
    expect(fallback).toMatchObject({ status: 200, twiml: expect.stringContaining("<Say>") });
  });
});
