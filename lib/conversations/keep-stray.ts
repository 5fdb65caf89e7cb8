import { and, eq, sql } from "drizzle-orm";
import { strayWebhooks } from "@/db/schema/phone";
import { asSystem } from "@/db/tenant";
import { log } from "@/lib/log";

type Stray = {
  /** `voice.…` or `message.…`. */
  kind: string;
  why: string;
  /** Of a text that no webhook brought. */
  sid?: string | null;
  /** Redacted. */
  params: Record<string, unknown>;
};

/** What tells one webhook from another of its kind. */
const IDENTITY = ["CallSid", "CallStatus", "MessageSid", "MessageStatus"];

/** Keeps a signed webhook that fits nowhere, for the operator; the same again is not kept twice. */
export async function keepStray({ kind, why, sid, params }: Stray): Promise<void> {
  const kept = sid ? { MessageSid: sid, ...params } : params;
  log.warn("webhook.stray", { kind, why, sid: String(kept.CallSid ?? kept.MessageSid ?? "none") });
  const own = Object.entries(kept).filter(([name]) => IDENTITY.includes(name));
  const identity = JSON.stringify(own.some(([name]) => name.endsWith("Sid")) ? Object.fromEntries(own) : kept);
  await asSystem(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${kind}), hashtext(${identity}))`);
    const known = await tx
      .select({ id: strayWebhooks.id })
      .from(strayWebhooks)
      .where(and(eq(strayWebhooks.kind, kind), sql`${strayWebhooks.params} @> ${identity}::jsonb`))
      .limit(1);
    if (known.length === 0) await tx.insert(strayWebhooks).values({ kind, why, params: kept });
  });
}
