import path from "node:path";
import type { Ground } from "../ground";

/** When the carrier got the request for a text to somebody, by the computer's clock in milliseconds. */
export type RequestedAt = { to: string; at: number };

type Control = { entries: { at: number; to?: string }[] };

/** The local carrier on the ground's port, and its numbers given to the businesses. */
export async function startCarrier({ supervisor, env, folder, sql, tenants, account }: Ground) {
  const base = env.TWILIO_API_URL ?? "";
  const own = { CARRIER_PORT: new URL(base).port, CARRIER_STATE_FILE: path.join(folder, "carrier.json") };
  supervisor.start({ name: "carrier", args: ["--import", "tsx", "carrier/main.ts"], env: { ...env, ...own } });
  await supervisor.answering({ name: "carrier", url: `${base}/control/health`, seconds: 30 });
  const credentials = Buffer.from(`${account.accountSid}:${account.token}`).toString("base64");
  for (const tenant of tenants) {
    const bought = await fetch(`${base}/2010-04-01/Accounts/${account.accountSid}/IncomingPhoneNumbers.json`, {
      method: "POST",
      headers: { authorization: `Basic ${credentials}` },
      body: new URLSearchParams({ AreaCode: "503" }),
    });
    const { sid, phone_number: e164 } = (await bought.json()) as { sid: string; phone_number: string };
    await sql`update numbers set e164 = ${e164}, provider_sid = ${sid} where id = ${tenant.numberId}`;
    tenant.number = e164;
  }
  return {
    async requests(): Promise<RequestedAt[]> {
      const answer = await fetch(`${base}/control/ledger?kind=message_request`);
      const { entries } = (await answer.json()) as Control;
      return entries.map(({ to, at }) => ({ to: to ?? "", at }));
    },
  };
}
