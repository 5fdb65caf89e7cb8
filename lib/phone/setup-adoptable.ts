import { sql } from "drizzle-orm";
import { lookUp } from "@/db/tenant";
import { listNumbers } from "../twilio/numbers";
import { numberUrls } from "../twilio/webhook-urls";
import { setupTrouble } from "./setup-trouble";

export type AdoptableNumber = { sid: string; e164: string; name: string; inUseElsewhere: boolean };
export type Adoptable = { ok: true; numbers: AdoptableNumber[] } | { ok: false; words: string };

/** The Twilio account's numbers that no workspace of this installation has connected. */
export async function listAdoptableNumbers(): Promise<Adoptable> {
  const owned = await listNumbers();
  if (!owned.ok) return { ok: false, words: setupTrouble(owned) };
  const connected = await connectedAmong(owned.numbers.map(({ e164 }) => e164));
  const { voiceUrl, smsUrl } = numberUrls();
  const numbers = owned.numbers
    .filter(({ e164, capabilities }) => !connected.has(e164) && capabilities.voice && capabilities.sms)
    .map(({ sid, e164, name, urls, controlledElsewhere }) => ({
      sid,
      e164,
      name,
      inUseElsewhere:
        controlledElsewhere || ![voiceUrl, ""].includes(urls.voiceUrl) || ![smsUrl, ""].includes(urls.smsUrl),
    }));
  return { ok: true, numbers };
}

async function connectedAmong(e164s: string[]): Promise<Set<string>> {
  if (e164s.length === 0) return new Set();
  const list = sql.join(
    e164s.map((e164) => sql`${e164}`),
    sql`, `,
  );
  const rows = await lookUp<{ e164: string }>(
    sql`select asked.e164 from unnest(array[${list}]::text[]) as asked(e164), number_by_e164(asked.e164)`,
  );
  return new Set(rows.map(({ e164 }) => e164));
}
