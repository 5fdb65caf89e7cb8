import { z } from "zod";
import { type Answer, request } from "./request";

export type CarrierAccount = { status: "active" | "suspended" | "closed" };
export type Balance = { cents: number; currency: string };

const ACCOUNT = "/2010-04-01/Accounts/{account}";
/** These answer whoever looks at a page: an old answer is better than a long wait. */
const timeoutMs = 5_000;

const account = z.looseObject({ status: z.enum(["active", "suspended", "closed"]) });
const balance = z.looseObject({ balance: z.string().regex(/^-?\d+(\.\d+)?$/), currency: z.string().min(1) });
const permissions = z.looseObject({
  permissions: z.array(z.looseObject({ country_code: z.string(), enabled: z.boolean() })),
});

export async function readAccount(): Promise<Answer<{ account: CarrierAccount }>> {
  const ask = { method: "GET", path: `${ACCOUNT}.json`, repeatable: true, timeoutMs } as const;
  const answer = await request({ ...ask, schema: account });
  return answer.ok ? { ok: true, account: { status: answer.data.status } } : answer;
}

/** What is left on the account. Refused for a subaccount, which has no balance of its own. */
export async function readBalance(): Promise<Answer<{ balance: Balance }>> {
  const ask = { method: "GET", path: `${ACCOUNT}/Balance.json`, repeatable: true, timeoutMs } as const;
  const answer = await request({ ...ask, schema: balance });
  if (!answer.ok) return answer;
  const { balance: amount, currency } = answer.data;
  return { ok: true, balance: { cents: Math.round(Number(amount) * 100), currency } };
}

/** The countries, as ISO codes, that the account may send texts to (accounts.twilio.com, Messaging GeoPermissions). */
export async function readTextingCountries(): Promise<Answer<{ countries: string[] }>> {
  const answer = await request({
    method: "GET",
    host: "accounts",
    path: "/v1/Messaging/GeoPermissions",
    repeatable: true,
    timeoutMs,
    schema: permissions,
  });
  if (!answer.ok) return answer;
  const allowed = answer.data.permissions.filter(({ enabled }) => enabled);
  return { ok: true, countries: allowed.map(({ country_code }) => country_code.toUpperCase()) };
}
