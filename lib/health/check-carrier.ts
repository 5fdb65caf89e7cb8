import { sql } from "drizzle-orm";
import { lookUp } from "@/db/tenant";
import { readAccount, readBalance, readTextingCountries } from "@/lib/twilio/account";
import { listNumbers } from "@/lib/twilio/numbers";
import type { Failure } from "@/lib/twilio/request";
import { type HealthNote, recordHealth } from "./record-health";

/** Asks the carrier how the account stands, and records it. Called outside any transaction: it waits for the network. */
export async function checkCarrier(): Promise<void> {
  await recordHealth("carrier", await ask());
}

async function ask(): Promise<HealthNote> {
  const account = await readAccount();
  if (!account.ok) return { state: account.noAccount ? "warning" : "failing", code: codeOf(account) };
  const { status } = account.account;
  if (status !== "active") return { state: "failing", code: status };
  const [balance, numbers, geo] = await Promise.all([readBalance(), countNumbers(), readTextingCountries()]);
  return {
    state: "working",
    details: {
      // Null where this account is not told: a subaccount has no balance, an older one no list of countries.
      balanceCents: balance.ok ? balance.balance.cents : null,
      currency: balance.ok ? balance.balance.currency : null,
      countries: geo.ok ? geo.countries.join(" ") : null,
      ...numbers,
    },
  };
}

function codeOf(failure: Failure): string {
  if (failure.noAccount) return "no_account";
  return failure.kind === "refused" ? "refused" : "unreachable";
}

/** The account's numbers, and those among them that no workspace has. */
async function countNumbers(): Promise<{ numbers: number | null; unclaimed: number | null }> {
  const owned = await listNumbers();
  if (!owned.ok) return { numbers: null, unclaimed: null };
  const all = JSON.stringify(owned.numbers.map(({ e164 }) => e164));
  const held = await lookUp<{ e164: string }>(
    sql`select e164 from held_numbers(array(select jsonb_array_elements_text(${all}::jsonb)))`,
  );
  return { numbers: owned.numbers.length, unclaimed: owned.numbers.length - held.length };
}
