import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, lookUp } from "@/db/tenant";
import { skipTime } from "@/db/testing/skip-time";

afterAll(closeDatabase);

test.each([0, 0.0007])("a moment written down as now is never still to come, %f s on", async (seconds) => {
  await skipTime(seconds);
  for (let round = 0; round < 50; round++) {
    const [row] = await lookUp(sql`select app_now()::timestamptz(3) <= app_now() as come`);
    expect(row).toEqual({ come: true });
  }
});
