import { sql } from "drizzle-orm";
import { afterAll, expect, it, vi } from "vitest";
import { seedDemo } from "@/db/seed/seed-demo";
import { closeDatabase, lookUp } from "@/db/tenant";
import { skipTime } from "@/db/testing/skip-time";

afterAll(closeDatabase);

const start = async (overrides: Record<string, string> = {}) => {
  for (const [name, value] of Object.entries(overrides)) vi.stubEnv(name, value);
  vi.resetModules();
  const { prepareStart } = await import("./prepare-start");
  try {
    await prepareStart();
    return null;
  } catch (error) {
    return error;
  } finally {
    const { closeDatabase: close } = await import("@/db/tenant");
    await close();
    vi.unstubAllEnvs();
  }
};

const realSince = async () => {
  const [row] = await lookUp<{ at: Date | null }>(sql`select real_credentials_at as at from installation`);
  return row?.at ?? null;
};

it("remembers for ever that the database was used with a real account, and no demo goes in afterwards", async () => {
  expect(await start({ TWILIO_API_URL: "http://localhost:4000" })).toBeNull();
  expect(await realSince()).toBeNull();
  expect(await start()).toBeNull();
  const first = await realSince();
  expect(first).not.toBeNull();
  expect(await start()).toBeNull();
  expect(await realSince()).toEqual(first);
  const { DATABASE_OWNER_URL: ownerUrl = "" } = process.env;
  await expect(seedDemo({ ownerUrl, carrierUrl: null })).rejects.toThrow(/used with a real Twilio account/);
  expect(await lookUp(sql`select 1 from users`)).toEqual([]);
});

it("starts no real account on the demo's database, but the local carrier's", async () => {
  await skipTime(0);
  expect(await start()).toMatchObject({
    name: "Refusal",
    message: expect.stringMatching(/holds the demo.*DATABASE_URL/),
  });
  expect(await start({ TWILIO_API_URL: "http://localhost:4000" })).toBeNull();
});
