import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, expect, it } from "vitest";
import { closeDatabase, lookUp } from "@/db/tenant";
import { hoursSkipped, skipHour } from "./skip-hour";

afterAll(closeDatabase);

const minutesAhead = async () => {
  const query = sql`select round(extract(epoch from app_now() - now()) / 60)::int as minutes`;
  return (await lookUp<{ minutes: number }>(query))[0]?.minutes;
};

it("moves nothing where the clock has no row", async () => {
  expect(await skipHour()).toBe(false);
  expect(await hoursSkipped()).toBe(0);
  expect(await minutesAhead()).toBe(0);
});

it("moves the app's clock an hour at a time", async () => {
  const owner = postgres(process.env.DATABASE_OWNER_URL ?? "", { max: 1 });
  await owner`insert into app_clock (skew) values (interval '0')`;
  await owner.end();
  expect(await skipHour()).toBe(true);
  expect(await skipHour()).toBe(true);
  expect(await hoursSkipped()).toBe(2);
  expect(await minutesAhead()).toBe(120);
});
