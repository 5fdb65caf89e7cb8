import { sql } from "drizzle-orm";
import { lookUp } from "@/db/tenant";
import { env } from "@/lib/env";
import { hashToken, newSecretToken } from "./secret-token";

/** Browsers keep no cookie longer. */
const DAYS = 400;
/** More browsers than a person uses: the one used longest ago makes room. */
const MOST_DEVICES = 20;
const TOKEN = /^[\w-]{43}$/;

/** The cookie by which a browser shows that somebody has signed in with it. It signs nobody in. */
export function deviceCookie() {
  const secure = env().APP_URL.startsWith("https:");
  return {
    name: `${secure ? "__Host-" : ""}ringback-device`,
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure },
    maxAge: DAYS * 24 * 60 * 60,
  };
}

/** The device a request comes from, as its cookie says; null for none, and for what no cookie of ours holds. */
export function readDevice(cookie: string | undefined): string | null {
  return cookie && TOKEN.test(cookie) ? cookie : null;
}

/** What identifies a device of one person. Two people who share a browser share the cookie, not the row. */
export function deviceHash(device: string, userId: string): string {
  return hashToken(`${device}:${userId}`);
}

export async function isKnownDevice(device: string, userId: string): Promise<boolean> {
  const rows = await lookUp(sql`
    select 1 from known_devices where device_hash = ${deviceHash(device, userId)} and user_id = ${userId}
      and last_used_at > (select app_now()) - make_interval(days => ${DAYS})`);
  return rows.length > 0;
}

/** Remembers that somebody signed in with a browser. @returns what its cookie holds from now on */
export async function rememberDevice(device: string | null, userId: string): Promise<string> {
  const kept = device ?? newSecretToken();
  await lookUp(sql`
    with seen as (
      insert into known_devices (device_hash, user_id) values (${deviceHash(kept, userId)}, ${userId})
      on conflict (device_hash) do update set last_used_at = app_now())
    delete from known_devices where user_id = ${userId} and device_hash in (
      select device_hash from known_devices where user_id = ${userId} and device_hash <> ${deviceHash(kept, userId)}
      order by last_used_at desc offset ${MOST_DEVICES - 1})`);
  return kept;
}
