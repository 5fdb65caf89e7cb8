import { sql } from "drizzle-orm";
import postgres from "postgres";
import { asSystem, lookUp, withWorkspace } from "@/db/tenant";
import { appNow } from "@/lib/clock";
import { describePhones } from "./carrier-phones";
import { tellFortnight } from "./fortnight";
import { insertRows } from "./insert-rows";
import { momentsAround } from "./moments";
import { makeNumber, makeWorkspace, settleIn } from "./workspace";

type Wishes = {
  /** The role that owns the tables: only it may give the database a clock that can be moved. */
  ownerUrl: string;
  /** The local carrier's control address; without one the number exists on paper alone. */
  carrierUrl: string | null;
};

/** Fills a database that has no users with the demo. Says whether it did. */
export async function seedDemo({ ownerUrl, carrierUrl }: Wishes): Promise<boolean> {
  const people = await lookUp(sql`select 1 from users limit 1`);
  if (people.length > 0) return false;
  await giveClock(ownerUrl);
  const place = await makeWorkspace();
  const numberId = await makeNumber(place, carrierUrl !== null);
  if (carrierUrl) await describePhones(carrierUrl);
  const now = await asSystem(appNow);
  const setting = await settleIn(place, numberId, momentsAround(now));
  const rows = tellFortnight(setting, now);
  await withWorkspace(setting.workspaceId, (tx) => insertRows(tx, setting.workspaceId, rows));
  return true;
}

/** The row that "skip 1 hour" moves. It exists in demo and test alone. */
async function giveClock(ownerUrl: string): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await owner`insert into app_clock (skew) values (interval '0') on conflict do nothing`;
  } finally {
    await owner.end();
  }
}
