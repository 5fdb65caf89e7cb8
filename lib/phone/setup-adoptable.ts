import { sql } from "drizzle-orm";
import { lookUp } from "@/db/tenant";
import { asManager } from "../rights/as-manager";
import { listNumbers } from "../twilio/numbers";
import { numberUrls } from "../twilio/webhook-urls";
import { assertMayAdopt } from "./number-rights";
import { setupTrouble } from "./setup-trouble";

export type AdoptableNumber = { sid: string; e164: string; name: string; inUseElsewhere: boolean };
export type Adoptable = { ok: true; numbers: AdoptableNumber[] } | { ok: false; words: string };

/**
 * The Twilio account's numbers that no workspace of this installation has, connected or still on its way.
 * @throws Forbidden for everybody but operators.
 */
export async function listAdoptableNumbers(acting: { workspaceId: string; userId: string }): Promise<Adoptable> {
  await asManager(acting, async (tx, actor) => assertMayAdopt(tx, { ...acting, actor }));
  const owned = await listNumbers();
  if (!owned.ok) return { ok: false, words: setupTrouble(owned) };
  const held = await heldAmong(owned.numbers.map(({ e164 }) => e164));
  const { voiceUrl, smsUrl } = numberUrls();
  const numbers = owned.numbers
    .filter(({ e164, capabilities }) => !held.has(e164) && capabilities.voice && capabilities.sms)
    .map(({ sid, e164, name, urls, controlledElsewhere }) => ({
      sid,
      e164,
      name,
      inUseElsewhere:
        controlledElsewhere || ![voiceUrl, ""].includes(urls.voiceUrl) || ![smsUrl, ""].includes(urls.smsUrl),
    }));
  return { ok: true, numbers };
}

async function heldAmong(e164s: string[]): Promise<Set<string>> {
  const rows = await lookUp<{ e164: string }>(
    sql`select e164 from held_numbers(array(select jsonb_array_elements_text(${JSON.stringify(e164s)}::jsonb)))`,
  );
  return new Set(rows.map(({ e164 }) => e164));
}
