import { sql } from "drizzle-orm";
import postgres from "postgres";
import { asSystem, lookUp, withWorkspace } from "@/db/tenant";
import { appNow } from "@/lib/clock";
import { env } from "@/lib/env";
import { Refusal } from "@/lib/errors";
import { isLoopback } from "@/lib/loopback";
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

/**
 * Fills a database that has no users with the demo. Says whether it did.
 * @throws Refusal where real people could meet the demo's made-up callers, or sign in with the password everybody knows.
 */
export async function seedDemo({ ownerUrl, carrierUrl }: Wishes): Promise<boolean> {
  await refuseRealInstallation();
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

async function refuseRealInstallation(): Promise<void> {
  const { APP_URL, TWILIO_ACCOUNT_SID, TWILIO_API_URL } = env();
  const real = await lookUp(sql`select 1 from installation where real_credentials_at is not null`);
  if (real.length > 0) {
    throw new Refusal(
      "This database has been used with a real Twilio account, so the demo is not put into it. Use an empty database.",
    );
  }
  if (TWILIO_ACCOUNT_SID && !TWILIO_API_URL) {
    throw new Refusal(
      "The demo has made-up callers, whom a real Twilio account would text. Leave TWILIO_ACCOUNT_SID empty.",
    );
  }
  if (!isLoopback(APP_URL)) {
    throw new Refusal(
      "Everybody knows the password of the demo's people, so the demo stays on this machine: set APP_URL to http://localhost:3000.",
    );
  }
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
