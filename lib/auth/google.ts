import { sql } from "drizzle-orm";
import { z } from "zod";
import { lookUp } from "@/db/tenant";
import { env } from "@/lib/env";
import { readEmailAddress } from "./email-address";
import type { Account } from "./session";

type Keys = { clientId: string; clientSecret: string };

/** The keys of sign-in with Google; null where an installation has none. */
export function googleKeys(): Keys | null {
  const { GOOGLE_CLIENT_ID: clientId, GOOGLE_CLIENT_SECRET: clientSecret } = env();
  return clientId && clientSecret ? { clientId, clientSecret } : null;
}

/** What Google says of a person, in an ID token that next-auth has checked. */
const claims = z.object({ email: z.string(), email_verified: z.literal(true) });

/**
 * Whose account a person of Google's may open: one that exists with an address that Google has verified and that was
 * proved here before. Null otherwise; nothing is made.
 */
export async function findGoogleAccount(profile: unknown): Promise<Account | null> {
  const said = claims.safeParse(profile);
  const address = said.success ? readEmailAddress(said.data.email) : null;
  if (!address?.ok) return null;
  const [found] = await lookUp<Account>(sql`
    select id, name, email from users where lower(email) = ${address.email} and email_proved_at is not null`);
  return found ?? null;
}
