import { and, eq, gt, sql } from "drizzle-orm";
import { strayWebhooks } from "@/db/schema/phone";
import { asSystem } from "@/db/tenant";
import { log } from "@/lib/log";

type Stray = {
  kind: string;
  why: "number_unknown" | "unreadable";
  sid: string | null;
  params: Record<string, unknown>;
};

/** Keeps a signed webhook that fits nowhere, for the operator; a repeat within a day is not kept twice. */
export async function keepStray({ kind, why, sid, params }: Stray): Promise<void> {
  log.warn("webhook.stray", { kind, why, sid });
  await asSystem(async (tx) => {
    const kept = await tx
      .select({ id: strayWebhooks.id })
      .from(strayWebhooks)
      .where(
        and(
          gt(strayWebhooks.createdAt, sql`(select app_now()) - interval '1 day'`),
          eq(strayWebhooks.kind, kind),
          sql`${strayWebhooks.params} ->> 'MessageSid' = ${sid}`,
        ),
      )
      .limit(1);
    if (kept.length === 0) await tx.insert(strayWebhooks).values({ kind, why, params: { MessageSid: sid, ...params } });
  });
}
